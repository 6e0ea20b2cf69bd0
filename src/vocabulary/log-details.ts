/** Names by row: who, where from, which. */
export interface Names {
  readonly words: readonly string[];
  /** The name's place in `words` plus one; 0 says none. */
  readonly code: Uint32Array;
}

/**
 * What the events of a log say beside the agreed life, as columns beside `LogColumns`: what facts are broken down by and who
 * is behind them. Any of it may be left out; facts say nothing then of what rests on it.
 */
export interface LogDetails {
  /** Event ids by row. */
  readonly ids?: readonly string[];
  /** Each row's place in the resolved log, where rows of other logs stand between: rows that are about no lead. */
  readonly orders?: Uint32Array;
  /** The person who acted. */
  readonly person?: Names;
  readonly account?: Names;
  /** Where a lead came from, as inquiries, touches and qualifications say. */
  readonly source?: Names;
  readonly campaign?: Names;
  /** By which channel: of attempts, conversations, touches, and of an opt-out from that one alone. */
  readonly channel?: Names;
  /** Why: of rejections, disqualifications and losses. */
  readonly reason?: Names;
  /** To whom a lead was assigned, or handed by name; and the party that an assignment names. */
  readonly holder?: { readonly person: Names; readonly party: Names };
  readonly deals?: DealColumns;
}

/** What is recorded of deals, one row an event that opens, advances, wins or loses one. */
export interface DealColumns {
  /** Its row of the log, ascending. */
  readonly row: Uint32Array;
  /** Opportunity ids by code. */
  readonly opportunities: readonly string[];
  readonly opportunity: Uint32Array;
  /** Its place in `OPPORTUNITY_TYPES` plus one; 0 where the event says none. */
  readonly type: Uint8Array;
  /** Minor units; `NaN` where the event says none. */
  readonly amountMinor: Float64Array;
  readonly currency: Names;
  readonly annualMinor: Float64Array;
  readonly annualCurrency: Names;
  readonly termMonths: Float64Array;
  /** Percent. */
  readonly probability: Float64Array;
  /** Its place in `FORECAST_CATEGORIES` plus one. */
  readonly forecast: Uint8Array;
  readonly expectedClose: Float64Array;
}
