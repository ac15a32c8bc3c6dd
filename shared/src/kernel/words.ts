/** Words as they stand within a sentence: the first letter small, unless it begins an abbreviation or stands for itself (`SEN support`, `G (%)`). */
export const inSentence = (words: string): string => words.replace(/^(?:\p{Lu}(?=\p{Ll}|’)|A(?= \p{Ll}))/u, (letter) => letter.toLowerCase());

/** Words as they begin a sentence. */
export const asSentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
