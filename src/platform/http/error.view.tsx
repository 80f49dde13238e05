import { Layout } from '../markup/layout.js';
import { useFrame, useText } from '../markup/frame.js';
import { httpTexts } from './text.js';

interface ErrorPageProps {
  readonly status: number;
  readonly sentence: string;
}

export const ErrorPage = ({ status, sentence }: ErrorPageProps) => {
  const [{ path }, t] = [useFrame(), useText(httpTexts)];
  return (
    <Layout title={t.title(status)}>
      <div class="wrap error-page stack">
        <p class="eyebrow">{t.code(status)}</p>
        <h1>{t.title(status)}</h1>
        <p class="lede">{sentence}</p>
        <p class="row">
          {status === 401 && (
            <a class="btn primary" href={`/sign-in?next=${encodeURIComponent(path)}`}>
              {t.signIn}
            </a>
          )}
          <a class="btn" href="/">
            {t.home}
          </a>
        </p>
      </div>
    </Layout>
  );
};
