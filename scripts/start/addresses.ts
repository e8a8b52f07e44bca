/** The addresses of a running Worker, in lines for the terminal. */
export function describeAddresses(port: number, token: string, municipality: string): string {
  const at = `http://localhost:${port}`;
  return `
行き渡り / Ikiwatari
  住民 Residents     ${at}/
  進捗 Progress      ${at}/progress
  地区 Districts     ${at}/districts
  取り込み Upload    ${at}/uploads
  公開データ Open    ${at}/open-data/${municipality}/
  API                ${at}/api/
  サインイン Sign in ${at}/sign-in#token=${token}

終了は Ctrl-C / Ctrl-C to stop`;
}
