/** A text as SQL writes it, whatever stands in it. */
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;
