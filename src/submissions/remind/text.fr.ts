import { frenchS as s } from '../../kernel/plural.js';

export const fr = {
  stage: (number: number, title: string) => `le jalon ${number}, ${title}`,
  inDays: (days: number) => `dans ${days} jour${s(days)}`,
  inADay: 'dans moins de 24 heures',
  subject: {
    due: (stage: string, left: string) => `À remettre ${left} : ${stage}`,
    passed: (stage: string) => `Échéance passée : ${stage}`,
  },
  greeting: (name: string) => `Bonjour ${name},`,
  due: (stage: string, at: string, left: string) => `Dans votre cours, ${stage}, est à remettre ${left} : ${at}.`,
  passed: (stage: string, at: string) => `L’échéance est passée pour ${stage}. C’était le ${at}.`,
  stillTaken: (until: string) => `Le travail est encore accepté, avec pénalité, jusqu’au ${until}.`,
  noLongerTaken: 'Le travail n’est plus accepté. Parlez-en à l’équipe enseignante.',
  team: (team: string) => `Votre équipe, ${team}, n’a encore rien remis.`,
  noTeam: 'Le travail se remet en équipe, et vous n’êtes pas encore dans une équipe.',
  open: 'Ouvrir la page du jalon :',
  chooseTeam: 'Choisir une équipe :',
  about: (course: string, zone: string) => `Cours : ${course}. Les heures sont celles du cours (${zone}).`,
};

export type Text = typeof fr;
