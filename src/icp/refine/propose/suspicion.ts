import { binFeatures } from '../bins/bin-features.js';
import { featureKey } from '../data/by-feature.js';
import type { OutcomeTable } from '../data/outcome-table.js';
import type { PointsTable } from '../fit/points-table.js';
import { featureAuc } from '../measure/evidence.js';
import { missingness } from '../measure/missingness.js';
import type { Admission } from './admit.js';
import { named, SUSPICIOUS_AUC, SUSPICIOUS_IV, TELLING_MISSING_AUC, type Alarm } from './alarm.js';

/**
 * Attributes that tell too much, by their values or by being blank. Those that did not enter are looked at too: what an
 * attribute would have told is a reason to ask when it is known. One that entered on nothing but the caller's word bars the way.
 *
 * @param older - The rows learned from, with every attribute that was handed in and is not forbidden.
 */
export const suspicionsOf = (older: OutcomeTable, admissions: readonly Admission[], points: PointsTable): readonly Alarm[] => {
  const fitted = new Set(points.features.filter(({ bins }) => bins.some((bin) => bin.points !== 0)).map(featureKey));
  const binned = binFeatures(older);
  return older.features.flatMap((feature, i): readonly Alarm[] => {
    const admission = admissions.find(({ attribute, about }) => attribute === feature.name && about === feature.about);
    const bins = binned[i];
    if (admission === undefined || bins === undefined) throw new Error('an attribute that nobody decided on');
    const entered = fitted.has(featureKey(feature));
    const about = {
      attribute: feature.name,
      about: feature.about,
      entered,
      blocks: entered && admission.proof === 'trusted',
      rows: null,
    };
    const proof = proofWords(admission);
    const auc = featureAuc(bins.bins);
    const missing = missingness(feature, older.label);
    return [
      ...(bins.iv > SUSPICIOUS_IV || (auc ?? 0) > SUSPICIOUS_AUC
        ? [
            {
              ...about,
              code: 'suspicious',
              iv: bins.iv,
              auc,
              message: `${named(admission)} alone tells much (information value ${bins.iv.toFixed(2)}, AUC ${(auc ?? 0).toFixed(3)}): ${proof}`,
            } as const,
          ]
        : []),
      ...(missing !== null && missing.auc > TELLING_MISSING_AUC
        ? [
            {
              ...about,
              code: 'tells_by_missing',
              iv: null,
              auc: missing.auc,
              message:
                `whether ${named(admission)} is filled in tells wins from losses (AUC ${missing.auc.toFixed(3)}): won ` +
                `${String(missing.missing.numerator)} of ${String(missing.missing.denominator)} without it and ` +
                `${String(missing.present.numerator)} of ${String(missing.present.denominator)} with it; ${proof}`,
            } as const,
          ]
        : []),
    ];
  });
};

const proofWords = ({ proof }: Admission): string => {
  switch (proof) {
    case 'dated':
      return 'its dates show that it was known before';
    case 'agreed':
      return 'it was agreed that it is known before; make sure';
    case 'trusted':
      return 'nothing but the caller’s word says that it was known before';
    case null:
      return 'nothing is learned from it';
  }
};
