import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Reading } from "../../data/contract/api/mapping.js";
import { Refusal } from "../refusal.js";

/** A refusal with every issue of a file. @param reading how it was understood, where somebody asked to see that. */
export function refusedFile(issues: readonly FileIssue[], reading?: Reading): Refusal {
  const errors = issues.filter((i) => i.severity === "error").length;
  return new Refusal(
    "refused_file",
    {
      ja: `直すところが${errors}か所あります。ファイルは取り込んでいません`,
      en: `${errors} thing(s) to correct; nothing was taken in`,
    },
    { issues, ...(reading && { members: { reading } }) },
  );
}

/** Warnings are for somebody to look at: whoever sends the file again with accept_warnings has. @throws Refusal */
export function assertWarningsAccepted(warnings: readonly FileIssue[], isAccepted: boolean): void {
  if (warnings.length === 0 || isAccepted) return;
  throw new Refusal(
    "warnings_not_accepted",
    {
      ja: `確かめるところが${warnings.length}か所あります。このままでよければ accept_warnings=true を付けて送ってください`,
      en: `${warnings.length} thing(s) to look at; send it again with accept_warnings=true if they are right`,
    },
    { issues: warnings },
  );
}
