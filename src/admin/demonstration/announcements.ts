import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AnnouncementsService } from '../../announcements/index.js';
import type { Lang } from '../../kernel/localised.js';
import { DemonstrationClass } from './class.js';
import type { Moments } from './dates.js';
import { ClockOverride } from './clock-override.js';

interface Words {
  readonly title: string;
  readonly body: string;
}
interface SaidOnce {
  readonly words: Readonly<Record<Lang, Words | null>>;
  /** The name of a section; everybody when left out. */
  readonly section?: string;
}

/** Said in a hurry, as it happens: readers of English get it as it is. */
function inFrench(fr: Words): SaidOnce['words'] {
  return { fr, en: null };
}

const MARKS: SaidOnce = {
  words: {
    fr: {
      title: 'Les notes du jalon 1 sont publiées',
      body: 'Lisez d’abord les commentaires, critère par critère, puis la note. Les propositions étaient solides ; deux choses reviennent souvent :\n\n- la **décision à éclairer** tient en une question à laquelle on peut répondre oui ou non ;\n- un concurrent d’attention se choisit sur des preuves, pas sur une impression.\n\nVous avez dix jours pour demander une révision, avec vos raisons.',
    },
    en: {
      title: 'Marks for stage 1 are posted',
      body: 'Read the comments first, criterion by criterion, then the mark. The proposals were solid; two things come up often:\n\n- the **decision to inform** is one question that can be answered yes or no;\n- a competitor for attention is chosen on evidence, not on an impression.\n\nYou have ten days to ask for a review, with your reasons.',
    },
  },
};

const COMPUTER: SaidOnce = {
  words: inFrench({
    title: 'Apportez un ordinateur au prochain cours',
    body: 'L’atelier se fait en direct : **un ordinateur par équipe** suffit, chargé. Choisissez d’ici là les deux sites que vous voulez auditer.',
  }),
};

const ROOM: SaidOnce = {
  section: '02',
  words: {
    fr: {
      title: 'Groupe 02 : salle B-310 au prochain cours',
      body: 'Notre salle habituelle est prise. Rendez-vous à la **B-310**, même heure.',
    },
    en: { title: 'Section 02: room B-310 next class', body: 'Our usual room is taken. Meet in **B-310**, same time.' },
  },
};

/** What was said to the class so far, and what will be. */
@Injectable()
export class DemonstrationAnnouncements {
  constructor(
    private readonly people: DemonstrationClass,
    private readonly announcements: AnnouncementsService,
    private readonly clock: ClockOverride,
  ) {}

  async write(moments: Moments): Promise<void> {
    await this.clock.at(moments.marksAnnounced, () => this.say(MARKS, 'now'));
    await this.clock.at(moments.computerAnnounced, () => this.say(COMPUTER, 'now'));
    await this.say(ROOM, moments.roomAnnounced);
  }

  private async say({ words, section: name }: SaidOnce, when: 'now' | Date): Promise<void> {
    const lecturer = await this.people.actor('lecturer');
    const section = (await this.announcements.sections(lecturer)).find((one) => one.name === name);
    await this.announcements.write(lecturer, { id: randomUUID(), words, sectionId: section?.id ?? null, when, madeFrom: 0 });
  }
}
