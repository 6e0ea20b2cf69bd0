import { EVENT_TERMS } from './glossary/event.js';
import { HAND_OFF_TERMS } from './glossary/hand-off.js';
import { LOG_TERMS } from './glossary/log.js';
import { NUMBER_TERMS } from './glossary/number.js';
import { PARTY_TERMS } from './glossary/party.js';
import { PROMISE_TERMS } from './glossary/promise.js';
import { RECORD_TERMS } from './glossary/record.js';
import { STAGE_TERMS } from './glossary/stage.js';
import { TARGET_TERMS } from './glossary/target.js';
import type { Term } from './glossary/term.js';

/** The words that both sides agreed on, by topic, in the order in which a newcomer meets them. Plain data: it survives JSON. */
export const GLOSSARY: readonly Term[] = /* @__PURE__ */ (() => [
  ...RECORD_TERMS,
  ...PARTY_TERMS,
  ...STAGE_TERMS,
  ...HAND_OFF_TERMS,
  ...EVENT_TERMS,
  ...PROMISE_TERMS,
  ...NUMBER_TERMS,
  ...TARGET_TERMS,
  ...LOG_TERMS,
])();
