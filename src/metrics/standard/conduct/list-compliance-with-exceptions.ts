import type { FactMetric } from '../../definition/metric.js';
import { listCompliance } from './list-compliance.js';

/** Of the calls of the period, the share that went to accounts on the target list or that somebody who may had let go ahead. */
export const listComplianceWithExceptions = /* @__PURE__ */ (() =>
  ({
    ...listCompliance,
    id: 'list_compliance_with_exceptions',
    title: 'List compliance, exceptions counted as agreed',
    question: 'Of the calls that people made in the period, how many went to accounts on the agreed list, or by an exception that was granted before?',
    hides:
      'How many exceptions there are: beside list compliance it shows. Calls made while the pact said nothing of who may grant them, to leads of no known account, or before there was a list.',
    basis: {
      ...listCompliance.basis,
      where: [...listCompliance.basis.where, { column: 'row.excepted', is: 'not_null' }],
      target: {
        is: 'met',
        all: [
          {
            is: 'any',
            of: [
              { column: 'row.onList', is: 'equals', value: true },
              { column: 'row.excepted', is: 'equals', value: true },
            ],
          },
        ],
      },
    },
  }) as const satisfies FactMetric)();
