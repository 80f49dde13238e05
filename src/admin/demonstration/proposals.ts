/** What each team wrote at the first stage. Organisations, figures and pages are made up. */
export interface Proposal {
  readonly decision: string;
  readonly focal: string;
  readonly ai: string;
  /** The paragraphs of the proposal's file. */
  readonly pages: readonly string[];
}

export const PROPOSALS: Readonly<Record<string, Proposal>> = {
  Boussole: {
    decision:
      'La coopérative Pédale Douce devrait-elle consacrer ses dix heures par semaine à un guide d’entretien saisonnier sur son site, ou à de courtes vidéos d’atelier pour les réseaux où ses membres passent déjà du temps ?',
    focal:
      'Pédale Douce répare, loue et revend des vélos d’occasion dans un quartier central. Elle compte 410 membres, deux mécaniciennes salariées et une quinzaine de bénévoles. Pour le web, elle dispose de dix heures par semaine, d’un site que personne ne met à jour et d’un budget de 600 $ par année.',
    ai: 'Un assistant conversationnel, version d’octobre, pour reformuler trois questions de l’entrevue avec la coopérative. Nous avons soumis nos questions, jamais de données de membres. Chaque reformulation a été relue par deux personnes ; nous en avons gardé une sur trois. Aucun usage pour choisir les organisations comparées.',
    pages: [
      'Décision. La coopérative hésite entre un guide d’entretien écrit, saison par saison, et des vidéos d’une minute filmées à l’atelier. Les deux demandent environ dix heures par semaine ; elle ne peut pas faire les deux.',
      'Ensemble comparé. Deux ateliers communautaires (La Chaîne et le Moyeu, Vélo Partage Laurier), une boutique privée (Cycles Rochon), une chaîne de magasins (Plein Air Nordet) et une chaîne de vidéos amateur (La Graisse aux mains). Candidates écartées : un fabricant étranger, trop loin du public visé ; un forum, qui n’offre aucun service.',
      'Requêtes. entretien vélo hiver ; ajuster freins à disque ; atelier vélo communautaire ; pneu clouté quand poser ; acheter vélo usagé sans se tromper.',
      'Fenêtre de collecte. Quatorze jours, un relevé du nombre d’abonnés le premier lundi, le même jour partout.',
      'Variables. Rythme de publication, sujet principal, ton, longueur, présence d’un appel à l’action, réponses aux commentaires, délai de réponse, mentions de la concurrence, format, date de mise à jour.',
      'Risques et éthique. Nous ne relevons que des pages publiques d’organisations. Les commentaires de particuliers sont comptés, jamais cités.',
    ],
  },
  Cabestan: {
    decision:
      'La Savonnerie Lichen devrait-elle se présenter d’abord comme un atelier qu’on visite ou comme une marque qu’on commande en ligne, sachant que ses pages ne peuvent bien porter qu’un seul de ces deux messages ?',
    focal:
      'La Savonnerie Lichen fabrique des savons et des baumes au bord du fleuve, avec deux personnes à l’année et quatre l’été. Les trois quarts des ventes se font sur place, de juin à septembre. Dix heures par semaine pour le web, un appareil photo correct, 900 $ par année.',
    ai: 'Aucun usage d’une IA générative pour ce jalon, ni pour le texte, ni pour le choix des organisations. Un correcteur grammatical a servi pour la langue.',
    pages: [
      'Décision. Lieu à visiter ou marque à commander : la page d’accueil, les photos et l’infolettre ne racontent pas la même histoire selon la réponse.',
      'Ensemble comparé. Trois savonneries artisanales, une boutique de métiers d’art et un économusée de la région, qui attire les mêmes visiteurs. Candidates écartées : une multinationale de cosmétiques et une savonnerie fermée depuis l’an dernier.',
      'Requêtes. savon artisanal Bas-du-Fleuve ; que faire jour de pluie fleuve ; savon sans parfum peau sensible ; visite atelier savon ; cadeau local livraison.',
      'Contrat. Rôles tournants toutes les deux semaines ; décision à la majorité après un tour de table ; toute IA est déclarée le jour même dans le journal de bord.',
      'Risques. La saison est terminée : les publications d’été seront relevées à partir des archives, ce que la grille dira clairement.',
    ],
  },
  Tamarack: {
    decision:
      'Should Kettle & Quill, a letterpress workshop, publish patient articles on letters and paper for people who already write by hand, or short seasonal ideas for people who look for a gift?',
    focal:
      'Kettle & Quill prints cards and notebooks on two presses from the 1950s, in a village of the Townships. One owner, one apprentice, three markets a year and a modest online shop. Ten hours a week can go to the web; so can 500 dollars a year, mostly for photographs.',
    ai: 'A chat assistant, November version, to list search queries we might have missed. Input: our own five queries and one paragraph about the shop. We tested every suggestion by hand in a private window and kept two of eleven. Nothing it said about competitors was used.',
    pages: [
      'Decision. Letter writers come back and talk to one another; gift seekers arrive in November and leave in December. The same ten hours cannot serve both well.',
      'Comparison set. Two letterpress studios, one large online stationer, a museum shop and a newsletter about correspondence. Rejected: a greeting-card multinational, out of reach in every respect; a calligraphy school, which sells lessons rather than paper.',
      'Queries. letterpress cards Quebec; how to write a condolence letter; good paper for fountain pen; handmade notebook gift; wedding stationery small print run.',
      'Collection window. Fourteen days from the Monday after approval; follower counts on the first day, within two hours of one another.',
      'Variables. Frequency, main subject, tone, format, length, call to action, reply rate, time to reply, language, price shown, date of last update, share of posts about the maker.',
      'Risks and ethics. The owner’s consent is on file. We record public pages only and quote no private person.',
    ],
  },
  'Grand Pic': {
    decision:
      'Les Sentiers Bavards devraient-ils viser les gens qui observent déjà les oiseaux, avec des relevés précis, ou les familles qui cherchent une sortie du samedi, avec des récits courts ?',
    focal:
      'Les Sentiers Bavards offrent des randonnées commentées dans trois parcs, en petits groupes de huit. Deux guides, un calendrier d’avril à novembre, 1 300 personnes accompagnées l’an dernier. Pour le web : dix heures par semaine, un blogue de 40 billets et aucun budget de publicité.',
    ai: 'Un traducteur automatique pour lire deux pages en allemand sur les sorties guidées. Rien d’autre. Les passages traduits ne sont pas cités ; ils ont servi à formuler la troisième requête.',
    pages: [
      'Décision. Un public averti veut des dates, des espèces et des conditions ; une famille veut savoir si les enfants marcheront deux heures. Le même billet ne fait pas les deux.',
      'Ensemble comparé. Un club d’ornithologie, un parc régional, une agence de tourisme d’aventure, une guide indépendante et un balado sur la nature. Candidates écartées : un parc national, aux moyens sans commune mesure ; un magasin de jumelles.',
      'Requêtes. sortie nature famille samedi ; observer oiseaux débutant ; grand pic où le voir ; randonnée guidée près de Québec ; que voir en forêt en novembre.',
      'Fenêtre et variables. Quatorze jours. Douze variables, dont la présence d’une date précise, d’un lieu et d’un niveau de difficulté.',
      'Contrat. Une personne responsable par section du cahier, une relecture croisée avant chaque remise, un retard annoncé vaut mieux qu’un silence.',
    ],
  },
  'Quai 9': {
    decision:
      'La Torréfaction Môle devrait-elle tenir un journal de torréfaction ouvert à tous, ou réserver ses textes à une infolettre pour les cafés et restaurants qu’elle fournit ?',
    focal:
      'La Torréfaction Môle torréfie trois jours par semaine et fournit dix-huit cafés et restaurants. Une boutique minuscule fait le cinquième des ventes. Trois personnes, dix heures par semaine pour le web, des photos prises au téléphone.',
    ai: 'L’assistant du tableur, pour mettre en forme le tableau des organisations. Nous avons vérifié chaque cellule, et corrigé deux adresses inexactes.',
    pages: [
      'Décision. Journal ouvert ou infolettre professionnelle.',
      'Ensemble comparé. Trois torréfacteurs de la même ville, une marque nationale et un blogue de cafés. Candidate écartée : une chaîne mondiale.',
      'Requêtes. café torréfié Québec ; fournisseur café restaurant ; espresso acide pourquoi ; café décaféiné bon ; torréfaction visite.',
      'Fenêtre de collecte et variables. Quatorze jours, dix variables.',
    ],
  },
  Verglas: {
    decision: 'Le Théâtre de la Marmite devrait-il parler davantage aux écoles ou aux familles ?',
    focal:
      'Le Théâtre de la Marmite joue pour les enfants de six à dix ans, dans les écoles et dans une petite salle. Cinq artistes, une saison de quarante représentations. Le temps disponible pour le web reste à préciser avec la troupe.',
    ai: 'Un agent conversationnel a proposé une première liste de troupes. Nous en avons gardé trois après avoir ouvert leurs pages.',
    pages: [
      'Décision. Écoles ou familles : la question sera précisée après la rencontre prévue avec la direction de la troupe.',
      'Ensemble comparé. De très grandes compagnies et un parc d’attractions, choisis parce que tout le monde les connaît.',
      'Fenêtre de collecte. Deux semaines, à fixer.',
    ],
  },
};
