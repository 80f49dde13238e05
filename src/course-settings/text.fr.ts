export const fr = {
  /** What is refused, and what is wrong with a file. */
  messages: {
    winter: (year: number) => `Hiver ${year}`,
    summer: (year: number) => `Été ${year}`,
    fall: (year: number) => `Automne ${year}`,
    slugTaken: (slug: string) => `Il y a déjà un cours à l’adresse ${slug}.`,
  },
};

export type Text = typeof fr;
