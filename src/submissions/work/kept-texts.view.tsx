import type { CourseStage } from '../../assignments/index.js';
import { useLang, useText } from '../../platform/markup/frame.js';
import { submissionTexts } from '../text.js';

interface KeptTextsProps {
  readonly stage: Pick<CourseStage, 'spec'>;
  /** By the key of the deliverable. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the texts' headings are under. */
  readonly level?: 'h2' | 'h3' | 'h4';
}

/** Texts as they were written, each under the question it answers: to read and to copy, line ends and all. */
export const KeptTexts = ({ stage, texts, level: Heading = 'h2' }: KeptTextsProps) => {
  const t = useText(submissionTexts);
  const lang = useLang();
  return (
    <div class="kept-texts stack gap5">
      {stage.spec.deliverables
        .filter(({ kind }) => kind === 'text')
        .map(({ key, label }) => (
          <section key={key} class="stack gap2">
            <Heading>{label[lang]}</Heading>
            {texts[key] ? <p class="written prose">{texts[key]}</p> : <p class="soft small">{t.noText}</p>}
          </section>
        ))}
    </div>
  );
};
