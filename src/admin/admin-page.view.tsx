import type { ComponentChildren } from 'preact';
import { useText } from '../platform/markup/frame.js';
import { Layout } from '../platform/markup/layout.js';
import { Tabs } from '../platform/markup/components.js';
import { adminTexts } from './text.js';

interface AdminPageProps {
  readonly part: 'overview' | 'decks' | 'mail';
  readonly children: ComponentChildren;
}

/** What every page of the administration has above it. */
export const AdminPage = ({ part, children }: AdminPageProps) => {
  const t = useText(adminTexts);
  const tabs = [
    { href: '/admin', label: t.overview, isCurrent: part === 'overview' },
    { href: '/admin/decks', label: t.decks, isCurrent: part === 'decks' },
    { href: '/admin/mail', label: t.mail, isCurrent: part === 'mail' },
  ];
  return (
    <Layout title={part === 'overview' ? t.title : `${t[part]}, ${t.title}`} current="admin">
      <div class="wrap page">
        <h1>{t.title}</h1>
        <Tabs label={t.parts} tabs={tabs} />
        {children}
      </div>
    </Layout>
  );
};
