import { Layout } from '../markup/layout.js';
import { useText } from '../markup/frame.js';
import { httpTexts } from './text.js';

interface ErrorPageProps {
  readonly status: number;
  readonly sentence: string;
}

export const ErrorPage = ({ status, sentence }: ErrorPageProps) => {
  const t = useText(httpTexts);
  return (
    <Layout title={t.title(status)}>
      <div class="wrap error-page stack">
        <p class="eyebrow">{t.code(status)}</p>
        <h1>{t.title(status)}</h1>
        <p class="lede">{sentence}</p>
        <p>
          <a class="btn" href="/">
            {t.home}
          </a>
        </p>
      </div>
    </Layout>
  );
};
