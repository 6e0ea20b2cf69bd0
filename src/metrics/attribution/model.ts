import * as z from 'zod';
import { digest } from '../../kernel/canonical.js';
import { schema } from '../../kernel/schema.js';

/** Touches that a position model can weigh apart from the rest. */
export const ANCHORS = ['first', 'lead_created', 'mql', 'opportunity_created', 'last'] as const;
/** A touch that stands out: the first, the last, or the last at or before a milestone. */
export type Anchor = (typeof ANCHORS)[number];

/** Names of channels, sources or campaigns, as paths carry them. */
const ChannelName = /* @__PURE__ */ schema(() => z.string().min(1).max(200));
const Weight = /* @__PURE__ */ schema(() => z.int().min(0).max(1_000_000));

const positionShape = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      kind: z.literal('position'),
      /** What each anchor weighs, of the sum of all weights. One touch that is two anchors has the weight of both. */
      anchors: z
        .array(z.strictObject({ anchor: z.enum(ANCHORS), weight: Weight }))
        .min(1)
        .max(ANCHORS.length)
        .readonly(),
      /** What all other touches weigh together, in equal parts. */
      rest: Weight,
    })
    .refine(({ anchors }) => new Set(anchors.map(({ anchor }) => anchor)).size === anchors.length, {
      error: 'an anchor is weighed once',
      path: ['anchors'],
    })
    .refine(({ anchors, rest }) => rest + anchors.reduce((sum, { weight }) => sum + weight, 0) > 0, {
      error: 'some weight must be above zero',
    }),
);
/** Weights of one's own for the touches that stand out, and for the rest. */
export interface PositionModel extends z.infer<typeof positionShape> {}
export const PositionModel: z.ZodType<PositionModel> = positionShape;

const modelShape = /* @__PURE__ */ schema(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('first_touch') }),
    z.strictObject({ kind: z.literal('last_touch') }),
    /** The last touch by none of these; the last of all where there is no other. */
    z.strictObject({ kind: z.literal('last_non_direct'), direct: z.array(ChannelName).min(1).max(100).readonly() }),
    z.strictObject({ kind: z.literal('linear') }),
    positionShape,
    /** A touch counts half as much for every half-life that it lies before the last one. */
    z.strictObject({ kind: z.literal('time_decay'), halfLifeMs: z.int().min(1).max(3_155_760_000_000) }),
    /** A chain whose state is the last so many channels; what is lost where a channel leads nowhere. */
    z.strictObject({ kind: z.literal('markov'), order: z.int().min(1).max(5) }),
    /** Worth of a coalition: the conversions whose paths needed no channel outside it. */
    z.strictObject({ kind: z.literal('shapley_total') }),
    /** Worth of a coalition: the share of paths inside it that converted. */
    z.strictObject({
      kind: z.literal('shapley_rate'),
      /** Up to so many channels exactly, over all coalitions; beyond, an estimate from random orders. */
      exactUpTo: z.int().min(0).max(12),
      /** How many orders the estimate draws. */
      permutations: z.int().min(2).max(1_000_000),
      /** Equal seeds draw equal orders. */
      seed: z.int().min(0).max(4_294_967_295),
    }),
  ]),
);
/** By which rule the credit for a conversion is shared. Plain data: it can be agreed, stored and hashed. */
export type AttributionModel = z.infer<typeof modelShape>;
export const AttributionModel: z.ZodType<AttributionModel> = modelShape;

/** Models that share each conversion among the touches of its own path. */
export type PathModel = Exclude<AttributionModel, { readonly kind: 'markov' | 'shapley_total' | 'shapley_rate' }>;

/** The identity of a model: SHA-256 of its canonical text. */
export const modelHash = (model: AttributionModel): string => digest(model);

/** The second anchor of a U, on which vendors disagree. */
export type UAnchor = 'last' | 'lead_created' | 'opportunity_created';

/** U: 40 % to the first touch, 40 % to the other anchor, 20 % to the rest. */
export const uShaped = (other: UAnchor): PositionModel => ({
  kind: 'position',
  anchors: [
    { anchor: 'first', weight: 40 },
    { anchor: other, weight: 40 },
  ],
  rest: 20,
});

/** J: 20 % to the first touch, 60 % to the other anchor, 20 % to the rest. */
export const jShaped = (other: UAnchor): PositionModel => ({
  kind: 'position',
  anchors: [
    { anchor: 'first', weight: 20 },
    { anchor: other, weight: 60 },
  ],
  rest: 20,
});

/** Inverse J: 60 % to the first touch, 20 % to the other anchor, 20 % to the rest. */
export const inverseJShaped = (other: UAnchor): PositionModel => ({
  kind: 'position',
  anchors: [
    { anchor: 'first', weight: 60 },
    { anchor: other, weight: 20 },
  ],
  rest: 20,
});

/** W: 30 % each to the first touch, lead creation and opportunity creation, 10 % to the rest. */
export const W_SHAPED: PositionModel = {
  kind: 'position',
  anchors: [
    { anchor: 'first', weight: 30 },
    { anchor: 'lead_created', weight: 30 },
    { anchor: 'opportunity_created', weight: 30 },
  ],
  rest: 10,
};

/** Full path: 22.5 % each to the first touch, lead creation, opportunity creation and the last touch, 10 % to the rest. */
export const FULL_PATH: PositionModel = {
  kind: 'position',
  anchors: [
    { anchor: 'first', weight: 225 },
    { anchor: 'lead_created', weight: 225 },
    { anchor: 'opportunity_created', weight: 225 },
    { anchor: 'last', weight: 225 },
  ],
  rest: 100,
};
