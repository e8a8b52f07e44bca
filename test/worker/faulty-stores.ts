import type { Env } from "../../worker/env.js";

export class InjectedFault extends Error {
  override readonly name = "InjectedFault";
}

/** When the n-th call of a store fails: before it does anything, or after it has done everything. */
export interface FaultPlan {
  call: number;
  moment: "before" | "after";
}

/** What reaches D1 or R2; everything else only prepares. */
const D1_CALLS = new Set(["batch", "exec", "first", "all", "run", "raw"]);
const R2_CALLS = new Set(["put", "get", "head", "list", "delete"]);

/**
 * The bindings with one fault in them. Calls are counted as they happen, so that a test enumerates them
 * without knowing the code.
 * @returns the bindings, and how many calls there were so far.
 */
export function withFault<E extends Env>(env: E, plan: FaultPlan): { env: E; calls: () => number } {
  let calls = 0;
  const guarded = async (act: () => Promise<unknown>): Promise<unknown> => {
    calls += 1;
    const fails = calls === plan.call;
    if (fails && plan.moment === "before") throw new InjectedFault();
    const result = await act();
    if (fails) throw new InjectedFault();
    return result;
  };

  const statements = new WeakMap<object, D1PreparedStatement>();
  const wrapStatement = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        const method = member.bind(target) as (...args: unknown[]) => unknown;
        if (name === "bind")
          return (...args: unknown[]) => wrapStatement(method(...args) as D1PreparedStatement);
        if (!D1_CALLS.has(String(name))) return method;
        return (...args: unknown[]) => guarded(async () => method(...args));
      },
    });
    statements.set(proxy, statement);
    return proxy;
  };

  const DB = new Proxy(env.DB, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      if (name === "prepare") return (sql: string) => wrapStatement(target.prepare(sql));
      if (name === "batch") {
        return (list: D1PreparedStatement[]) =>
          guarded(() => target.batch(list.map((statement) => statements.get(statement) ?? statement)));
      }
      return member.bind(target);
    },
  });
  const OBJECTS = new Proxy(env.OBJECTS, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      const method = member.bind(target) as (...args: unknown[]) => unknown;
      return R2_CALLS.has(String(name))
        ? (...args: unknown[]) => guarded(async () => method(...args))
        : method;
    },
  });
  return { env: { ...env, DB, OBJECTS }, calls: () => calls };
}
