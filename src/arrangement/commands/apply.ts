import type { Command } from "../../act.ts";
import { done, refused } from "../../kernel/result.ts";
import { appliedVersion, readProposal } from "../arrangement.queries.ts";
import { mayApply } from "../rules.ts";

interface State {
  readonly known: number | null;
  readonly applied: number | null;
  readonly opinions: number;
}

/** Puts a proposal, or an earlier arrangement again, before the public. */
export const applyArrangement: Command<{ version: number }, State, { version: number }> = {
  name: "arrangement.apply",
  async load({ tx }, { version }) {
    const proposal = await readProposal(tx, version);
    return {
      known: proposal?.version ?? null,
      applied: await appliedVersion(tx),
      opinions: proposal?.opinions.length ?? 0,
    };
  },
  decide({ known, applied }, { version }, by) {
    const refusals = mayApply(by, known, applied);
    return refusals.length > 0 ? refused(refusals) : done({ version });
  },
  evidence: ({ version }, { applied, opinions }) => ({
    act: "arrangement.apply",
    subject: `arrangement:${version}`,
    clause: "Đ7.k3",
    content: { version, before: applied, opinions },
  }),
  async write({ tx, by, at }, { version }, _, seq) {
    await tx
      .insertInto("arrangement_applied")
      .values({ seq, version, person_id: by.person, hat: by.hat, at })
      .execute();
    return [{ kind: "pages", tags: ["all"] }];
  },
};
