import { spawn } from "node:child_process";

/**
 * Runs npm and shows that it is at work: on a terminal one line that counts the seconds, elsewhere a plain
 * line at the start, one every 20 seconds and one at the end. npm's own words are shown only if it fails.
 * @param {{label: string, args: string[], cwd: string}} options
 * @returns {Promise<boolean>} whether npm succeeded.
 */
export async function runNpm({ label, args, cwd }) {
  const line = showWaiting(label);
  const output = [];
  const { command, before, shell } = findNpm();
  const child = spawn(command, [...before, ...args], { cwd, shell, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on("close", resolve);
  });
  line.end(code === 0);
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code === 0;
}

/** Under `npm start` the same npm again; else the one on the PATH (npm.cmd needs a shell on Windows). */
function findNpm() {
  const cli = process.env.npm_execpath;
  if (cli && cli.endsWith("npm-cli.js")) return { command: process.execPath, before: [cli], shell: false };
  return { command: "npm", before: [], shell: process.platform === "win32" };
}

function showWaiting(label) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const live = Boolean(process.stdout.isTTY);
  const show = () =>
    process.stdout.write(live ? `\r${label} … ${seconds()} s` : `${label} … ${seconds()} s\n`);
  if (live) show();
  else console.log(label);
  const timer = setInterval(show, live ? 1000 : 20_000);
  return {
    end(ok) {
      clearInterval(timer);
      const result = ok ? "✓" : "✗ 失敗 / failed";
      console.log(`${live ? "\r" : ""}${label} … ${seconds()} s ${result}`);
    },
  };
}
