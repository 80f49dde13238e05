import type { CountedSelfCheck } from '../curriculum/index.js';
import { useLang, useText } from '../platform/markup/frame.js';
import { Table } from '../platform/markup/components.js';
import { gradebookTexts } from './text.js';

/** The columns of the self-checks that count, after the marks and their total: they are in neither. */
export const ParticipationHeads = ({ counted }: { counted: readonly CountedSelfCheck[] }) => {
  const t = useText(gradebookTexts).participation;
  return (
    <>
      {counted.map(({ unit }) => (
        <th key={unit.key} scope="col" class="n participation">
          {t.selfCheck(unit.number)} <span class="meta">{t.best}</span>
        </th>
      ))}
    </>
  );
};

export const ParticipationCells = ({ counted, person }: { counted: readonly CountedSelfCheck[]; person: string }) => {
  const t = useText(gradebookTexts).participation;
  return (
    <>
      {counted.map(({ unit, best }) => {
        const own = best.get(person);
        return (
          <td key={unit.key} class="n participation">
            {own ? t.of(own.right, own.asked) : <span class="none">{t.none}</span>}
          </td>
        );
      })}
    </>
  );
};

/** A student’s own best tries, where they count. */
export const OwnParticipation = ({ counted, person }: { counted: readonly CountedSelfCheck[]; person: string }) => {
  const [t, lang] = [useText(gradebookTexts).participation, useLang()];
  if (counted.length === 0) return null;
  return (
    <section class="stack gap3" aria-labelledby="participation">
      <h2 id="participation">{t.title}</h2>
      <p class="soft small">{t.hint}</p>
      <Table caption={t.title} captionIs="hidden" class="own-marks" columns={[t.unit, { number: t.ownBest }]}>
        <tbody>
          {counted.map(({ unit, best }) => {
            const own = best.get(person);
            return (
              <tr key={unit.key}>
                <th scope="row">{`${unit.number}. ${unit.title[lang]}`}</th>
                <td class="n">{own ? t.of(own.right, own.asked) : <span class="none">{t.none}</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
};
