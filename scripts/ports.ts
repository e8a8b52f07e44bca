import { connect, createServer } from "node:net";

/** The address on which everything local listens: this machine alone. */
export const HOST = "127.0.0.1";

/** Whether nobody listens on the port of this machine, on either of localhost's addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  const answers = await Promise.all([HOST, "::1"].map((host) => answersOn(host, port)));
  return !answers.includes(true) && canListen(port);
}

const answersOn = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ host: HOST, port }, () => server.close(() => resolve(true)));
  });

/** A port nobody listens on, chosen by the system. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host: HOST, port: 0 }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
