import type { ComponentChildren } from 'preact';
import { useText } from '../../platform/markup/frame.js';
import { Layout } from '../../platform/markup/layout.js';
import { Crumbs } from '../../platform/markup/components.js';
import { settingsTexts } from './text.js';

interface SettingsFrameProps {
  readonly title: string;
  readonly lede?: string;
  readonly course: string;
  readonly children: ComponentChildren;
}

/** A page under the settings of a course, with the way back to them. */
export const SettingsFrame = ({ title, lede, course, children }: SettingsFrameProps) => {
  const t = useText(settingsTexts);
  const at = `/courses/${course}`;
  return (
    <Layout title={title} page="settings" current="settings">
      <div class="wrap page">
        <header class="stack gap3">
          <Crumbs trail={[{ label: t.course, href: at }, { label: t.title, href: `${at}/settings` }, { label: title }]} />
          <h1>{title}</h1>
          {lede && <p class="lede">{lede}</p>}
        </header>
        {children}
      </div>
    </Layout>
  );
};
