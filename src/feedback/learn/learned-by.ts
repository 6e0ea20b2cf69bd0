/** By what leads are told apart: where they came from, what came up in conversations, what the target filter asks. */
export const LEARNED_BY = ['source', 'campaign', 'message', 'objection', 'criterion'] as const;
/** One of {@link LEARNED_BY}. */
export type LearnedBy = (typeof LEARNED_BY)[number];
