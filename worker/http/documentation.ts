import { z } from "zod";
import { SESSION_COOKIE } from "../access/sessions.js";

/** What the OpenAPI document says beside its routes. */
export const documentation = {
  openapi: "3.1.0" as const,
  info: {
    title: "行き渡り API / Ikiwatari API",
    version: "1",
    description: [
      "マイナンバーカードの申請・交付・保有の件数を、地区別に、個人を特定しない形で扱います。",
      "Takes anonymized district-level figures of the My Number card. Errors are application/problem+json (RFC 9457).",
      "Counts are cumulative whole numbers; a rate never travels in an upload.",
    ].join("\n\n"),
  },
  components: {
    securitySchemes: {
      token: {
        type: "http" as const,
        scheme: "bearer",
        description: "A token bound to a role and to one municipality or all",
      },
      session: { type: "apiKey" as const, in: "cookie" as const, name: SESSION_COOKIE },
    },
  },
  tags: [
    { name: "uploads", description: "取り込み" },
    { name: "figures", description: "数字と地区" },
    { name: "releases", description: "公開版" },
    { name: "open data", description: "オープンデータ" },
    { name: "access", description: "トークンとサインイン" },
    { name: "service", description: "稼働" },
  ],
};

export const documentSchema = z
  .looseObject({ openapi: z.literal(documentation.openapi), paths: z.record(z.string(), z.unknown()) })
  .meta({ id: "OpenAPI" });
