import { Avatar } from './components.js';
import { Form } from './forms.js';
import { useFrame, useText } from './frame.js';
import { Own } from './shared.js';
import { markupTexts } from './text.js';

export const AccountMenu = ({ isCurrent }: { isCurrent: boolean }) => {
  const t = useText(markupTexts);
  return (
    <details class="menu" data-menu>
      <Own>
        <AccountSummary />
      </Own>
      <div>
        <Own>
          <AccountName />
        </Own>
        <a href="/account" aria-current={isCurrent ? 'page' : undefined}>
          {t.account}
        </a>
        <Form action="/sign-out" class="inline">
          <button>{t.signOut}</button>
        </Form>
      </div>
    </details>
  );
};

const AccountSummary = () => {
  const [{ person }, t] = [useFrame(), useText(markupTexts)];
  return (
    person && (
      <summary aria-label={t.accountOf(person.initials, person.name)}>
        <Avatar name={person.name} initials={person.initials} />
      </summary>
    )
  );
};

const AccountName = () => <p class="meta">{useFrame().person?.name}</p>;
