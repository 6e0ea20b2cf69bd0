import type { FactMetric } from '../../definition/metric.js';
import { advocacyActs } from './advocacy-acts.js';

/** Of the uses of references and case studies of the period that name a lead, the share whose lead was won after it. */
export const advocacyWonRate = /* @__PURE__ */ (() =>
  ({
    ...advocacyActs,
    id: 'advocacy_won_rate',
    title: 'Won after advocacy',
    question: 'Of the references and case studies used for a lead in the period, after how many was the lead won since?',
    hides: 'Whether the advocacy won it: who is nearly won is shown more. A lead with several uses counts several times.',
    source: 'Advocacy used, followed to closed/won.',
    dimensions: ['row.kind'],
    measure: { kind: 'share', digits: 4, rounding: 'half-even' },
    basis: {
      ...advocacyActs.basis,
      where: [{ column: 'row.act', is: 'equals', value: 'used' }, { column: 'row.usedFor', is: 'not_null' }],
      target: {
        is: 'met',
        all: [
          {
            is: 'related',
            table: 'stageVisits',
            on: [{ theirs: 'row.leadId', ours: 'row.usedFor' }],
            where: [{ column: 'row.stage', is: 'milestone', milestone: 'won' }],
            at: 'row.enteredAt',
            after: { column: 'row.at', withinMs: null },
            before: null,
            atLeast: 1,
            atMost: null,
          },
        ],
      },
    },
  }) as const satisfies FactMetric)();
