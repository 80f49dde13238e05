import { type CodingTable, kappaText, percentText, postsIn } from './double-coding.js';

/** What a team wrote at the second stage; the figures come from the same table as its file of double coding. */
export interface Grid {
  readonly coding: CodingTable;
  readonly agreement: string;
  readonly gaps: string;
  readonly ai: string;
  readonly codebook: readonly string[];
}

const BOUSSOLE: CodingTable = { both: 31, first: 2, second: 3, neither: 24, names: ['conseil', 'autre'] };
const TAMARACK: CodingTable = { both: 26, first: 3, second: 2, neither: 19, names: ['maker', 'other'] };
const GRAND_PIC: CodingTable = { both: 22, first: 5, second: 6, neither: 17, names: ['lieu', 'autre'] };
const QUAI_9: CodingTable = { both: 28, first: 1, second: 9, neither: 10, names: ['café', 'autre'] };

export const GRIDS: Readonly<Record<string, Grid>> = {
  Boussole: {
    coding: BOUSSOLE,
    agreement: `Sujet principal : ${postsIn(BOUSSOLE)} publications codées séparément par deux personnes, ${percentText(BOUSSOLE, 'fr')} d’accord, kappa de ${kappaText(BOUSSOLE, 'fr')}. Les cinq désaccords opposaient un conseil d’entretien à l’annonce d’un atelier qui en contient un. La règle ajoutée au guide : le sujet est ce qui occupe la première phrase. Recodées avec cette règle, les cinq publications ont reçu le même code.`,
    gaps: 'Onze cellules sont vides. Sept sont non observables : Plein Air Nordet masque ses abonnés. Trois sont incertaines, parce qu’une page a changé pendant la fenêtre ; la capture du premier jour fait foi. La dernière, le délai de réponse de La Graisse aux mains, suppose des commentaires, et il n’y en a pas eu.',
    ai: 'Aucune publication n’a été codée par une IA. Un assistant conversationnel a relu le guide de codage pour y trouver des définitions qui se recoupent ; il en a signalé quatre, dont deux à juste titre. Nous avons récrit ces deux définitions nous-mêmes.',
    codebook: [
      'Unité de codage. Une publication, texte et image ensemble. Une vidéo de plus de cinq minutes compte pour une publication et porte la marque L.',
      'Sujet principal. Ce qui occupe la première phrase. Valeurs : conseil, atelier, vente, vie de l’organisation, autre. Contre-exemple : un conseil qui termine une annonce de vente reste une vente.',
      'Ton. Explique, invite, raconte, vend. Contre-exemple : une question posée au public n’est pas une invitation si rien ne suit.',
      'Réponse. Au moins un mot de l’organisation sous un commentaire, dans les soixante-douze heures. Un pictogramme seul ne compte pas.',
      'Version 1.0, gelée la veille de la collecte.',
    ],
  },
  Tamarack: {
    coding: TAMARACK,
    agreement: `Main subject: ${postsIn(TAMARACK)} posts coded by two of us apart, ${percentText(TAMARACK, 'en')} agreement, kappa ${kappaText(TAMARACK, 'en')}. All five disagreements were about posts that show the press at work: subject “maker” or subject “product”. We settled on the noun of the first sentence and recoded both columns. Tone gave a lower figure, which we report and do not hide.`,
    gaps: 'Fourteen empty cells. Nine are not observable, since the museum shop publishes no follower count. Four are uncertain because dates read “last week”. One is ours: we missed the count of day one for the newsletter and left it empty rather than guess.',
    ai: 'A language model coded thirty posts as a third coder, after both of us. Its agreement with the first human was 80 % and with the second 76 %, so its codes are in the file and not in the grid.',
    codebook: [
      'Unit. One post, words and picture together. A thread counts once.',
      'Main subject. The noun of the first sentence. Values: maker, product, use, event, other. Counter-example: a new notebook shown in the hands of the printer is a product.',
      'Tone. Explains, invites, tells, sells.',
      'Reply. Words by the organisation below a comment within seventy-two hours.',
      'Version 1.0, frozen before collection.',
    ],
  },
  'Grand Pic': {
    coding: GRAND_PIC,
    agreement: `Sujet principal : ${postsIn(GRAND_PIC)} publications, ${percentText(GRAND_PIC, 'fr')} d’accord, kappa de ${kappaText(GRAND_PIC, 'fr')}. Les désaccords portaient sur les billets qui nomment un lieu et une espèce. Nous avons discuté de chaque cas et retenu un code à deux, sans changer le guide.`,
    gaps: 'Neuf cellules vides, toutes chez la guide indépendante, dont la page a été fermée au milieu de la fenêtre. Nous avons gardé ce qui avait été relevé avant.',
    ai: 'Aucun usage de l’IA pour le codage ni pour le texte. Un traducteur automatique a servi à lire une page en anglais.',
    codebook: [
      'Unité. Un billet ou une publication.',
      'Sujet principal. Espèce, lieu, sortie, équipement, autre.',
      'Public visé. Averti ou débutant, selon les mots employés.',
      'Version 1.0.',
    ],
  },
  'Quai 9': {
    coding: QUAI_9,
    agreement: `Sujet principal : ${postsIn(QUAI_9)} publications, ${percentText(QUAI_9, 'fr')} d’accord, kappa de ${kappaText(QUAI_9, 'fr')}. Une des deux personnes codait « café » dès qu’une tasse paraissait à l’image. Le second codage a été refait en entier avec une règle écrite.`,
    gaps: 'Six cellules incertaines : les dates relatives de deux pages. Quatre non observables : la marque nationale a désactivé ses commentaires.',
    ai: 'L’assistant du tableur a mis en forme le tableau croisé à partir de nos deux colonnes. Les calculs ont été refaits à la main.',
    codebook: [
      'Unité. Une publication.',
      'Sujet principal. Café, lieu, personne, vente, autre.',
      'Ton. Quatre valeurs.',
      'Version 1.0, gelée le jour de la collecte.',
    ],
  },
};

/** What Cabestan has in hand, not handed in: two texts begun, one file. */
export const UNFINISHED = {
  team: 'Cabestan',
  agreement: 'Quarante publications codées à deux ; le tableau croisé est prêt, le kappa reste à calculer.',
  gaps: 'À compléter après le relevé de vendredi.',
  codebook: ['Unité. Une publication, image comprise.', 'Sujet principal. Fabrication, produit, visite, région, autre.', 'Version 1.0.'],
} as const;
