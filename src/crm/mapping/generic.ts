import type { Mapping } from './mapping.js';
import type { Source } from './source.js';

const text = (column: string): Source => ({ column, as: 'text', optional: true });
const integer = (column: string): Source => ({ column, as: 'integer', optional: true });
const instant = (column: string): Source => ({ column, as: 'instant', optional: true });
/** The word `null` says that nothing is known (any more). */
const nullable = (column: string): Source => ({ column, as: 'text', nulls: ['null'], optional: true });
const list = (column: string): Source => ({ column, as: 'list', separator: '|', optional: true });
/** What a wide export repeats on every row of a lead: no fault on an event that has no such field. */
const aboutTheLead = (column: string): Source => ({ column, as: 'text', optional: true, elsewhere: 'attributes' });

/**
 * A long file with one event a row, its columns named as the event's fields in snake_case. Some names differ: `party`,
 * `person` and `kind` say who acted; `event_kind` is the kind of a score or of advocacy; `change`, `change_at` and
 * `change_stage` say what a correction corrects; `erased_person` is the person of an erasure. In `value` the word `null`
 * takes back what a qualification had found out. `at` is an instant, or a date where `zone` is filled. `fields`, `promises`,
 * `parties`, `account_ids` and `corrected` are separated by `|`; `specific_…` columns are the specifics of an exit.
 *
 * A filled column that its row's event type does not have is an issue, so that nothing gets lost; `account_id`,
 * `source` and `campaign` become attributes there, and a `currency` without `amount` or `annual` says nothing. Columns with other
 * names become attributes.
 */
export const GENERIC_MAPPING: Mapping = /* @__PURE__ */ (() => ({
  id: 'generic',
  title: 'One event a row, columns named as the fields of an event',
  rules: [
    {
      id: 'event',
      type: { column: 'type', as: 'text' },
      set: {
        id: { column: 'id', as: 'text' },
        seq: integer('seq'),
        at: { column: 'at', as: 'moment', zone: { column: 'zone' }, optional: true },
        knownAt: instant('known_at'),
        precision: text('precision'),
        zone: text('zone'),
        'by.party': { column: 'party', as: 'text' },
        'by.person': text('person'),
        'by.kind': { column: 'kind', as: 'text' },
        leadId: text('lead_id'),
        accountId: aboutTheLead('account_id'),
        stage: text('stage'),
        leftStage: text('left_stage'),
        source: aboutTheLead('source'),
        campaign: aboutTheLead('campaign'),
        channel: text('channel'),
        outcome: text('outcome'),
        message: text('message'),
        score: integer('score'),
        was: integer('was'),
        kind: text('event_kind'),
        tier: aboutTheLead('tier'),
        framework: text('framework'),
        field: text('field'),
        value: nullable('value'),
        evidence: text('evidence'),
        to: text('to'),
        toParty: text('to_party'),
        toPerson: text('to_person'),
        handOff: text('hand_off'),
        fields: list('fields'),
        class: text('class'),
        reason: text('reason'),
        note: text('note'),
        answers: text('answers'),
        specifics: { prefix: 'specific_' },
        clause: text('clause'),
        learned: text('learned'),
        objection: text('objection'),
        nextStep: text('next_step'),
        corrected: { column: 'corrected', as: 'corrections', separator: '|', optional: true },
        meetingId: text('meeting_id'),
        startsAt: instant('starts_at'),
        host: text('host'),
        opportunityId: text('opportunity_id'),
        opportunityType: text('opportunity_type'),
        amount: { column: 'amount', as: 'money', currency: { column: 'currency' }, optional: true },
        annual: { column: 'annual', as: 'money', currency: { column: 'currency' }, optional: true },
        termMonths: integer('term_months'),
        probability: integer('probability'),
        forecast: text('forecast'),
        expectedClose: instant('expected_close'),
        promises: list('promises'),
        act: text('act'),
        usedFor: text('used_for'),
        practice: text('practice'),
        parties: list('parties'),
        item: text('item'),
        count: integer('count'),
        accountIds: list('account_ids'),
        until: instant('until'),
        ends: text('ends'),
        disputeId: text('dispute_id'),
        subject: text('subject'),
        corrects: text('corrects'),
        'change.kind': text('change'),
        'change.at': instant('change_at'),
        'change.stage': text('change_stage'),
        why: text('why'),
        from: text('from'),
        into: text('into'),
        person: text('erased_person'),
      },
    },
  ],
}))();
