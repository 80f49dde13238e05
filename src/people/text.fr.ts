export const fr = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    lecturersArrange: 'Les responsables du cours en fixent les dates.',
    archived: 'Ce cours est archivé : rien n’y change plus.',
    emailTaken: (email: string) => `L’adresse ${email} a déjà un compte.`,
  },
};

export type Text = typeof fr;
