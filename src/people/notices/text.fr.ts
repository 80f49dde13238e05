export const fr = {
  footer: {
    announcements: 'Pour ne plus recevoir les annonces par courriel :',
    reminders: 'Pour ne plus recevoir de rappels d’échéance :',
    marks: 'Pour ne plus recevoir d’avis de notes publiées :',
  },
  unsubscribe: {
    title: 'Courriels d’Attrait',
    ask: {
      announcements: 'Ne plus recevoir les annonces de vos cours par courriel ?',
      reminders: 'Ne plus recevoir les rappels d’échéance par courriel ?',
      marks: 'Ne plus recevoir d’avis quand des notes sont publiées ?',
    },
    stillThere: {
      announcements: 'Vous les lirez encore sur la page de chaque cours.',
      reminders: 'Les échéances restent à l’accueil de chaque cours.',
      marks: 'Vos notes restent à la page « Notes » de chaque cours.',
    },
    confirm: 'Ne plus les recevoir',
    done: {
      announcements: 'Vous ne recevrez plus les annonces par courriel.',
      reminders: 'Vous ne recevrez plus de rappels d’échéance.',
      marks: 'Vous ne recevrez plus d’avis de notes publiées.',
    },
    undo: 'Vous changez d’avis ? Tout se règle dans votre compte.',
    account: 'Ouvrir votre compte',
  },
};

export type Text = typeof fr;
