export function runNpm(options: { label: string; args: string[]; cwd: string }): Promise<boolean>;
