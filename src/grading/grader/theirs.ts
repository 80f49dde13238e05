import type { Lang } from '../../kernel/localised.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Theirs } from '../assessing/assessment.shared.js';
import type { Assessment } from '../assessing/assessments.service.js';
import { graderTexts } from './text.js';

/** What somebody saved in between, as it is shown to the one who saved second: who may be the same person, on another page. */
export const theirsOf = ({ version, content, updatedBy, updatedAt }: Assessment, actor: Actor, lang: Lang): Theirs => ({
  version,
  content,
  by: updatedBy.id === actor.id ? graderTexts[lang].conflict.yourself : updatedBy.name,
  at: updatedAt.toISOString(),
});
