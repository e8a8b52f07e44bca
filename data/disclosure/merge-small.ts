/** Lines that are told as one. */
export interface Group {
  code: string;
  name: string;
  members: readonly string[];
}

/**
 * Adds groups that are too small to a neighbour until none is left: to the nearest on the map, among those as near to
 * the next in code order. What is named here follows residents and the map alone, never a count of cards.
 * @param groups in code order
 * @param rules whether some lines are enough to be told, and how far two groups lie apart
 * @returns in code order; one group that is too small where all of them together are
 */
export function mergeSmall(
  groups: readonly Group[],
  rules: { enough: (members: readonly string[]) => boolean; apart: (a: Group, b: Group) => number },
): Group[] {
  const left = [...groups].sort((a, b) => (a.code < b.code ? -1 : 1));
  const known = new Map<Group, boolean>();
  const isEnough = (group: Group): boolean => {
    if (!known.has(group)) known.set(group, rules.enough(group.members));
    return known.get(group)!;
  };
  for (;;) {
    const i = left.findIndex((group) => !isEnough(group));
    if (i < 0 || left.length < 2) return left;
    const small = left[i]!;
    let nearest = i === 0 ? 1 : i - 1;
    for (let j = 0; j < left.length; j++) {
      if (j === i) continue;
      const [far, least] = [rules.apart(small, left[j]!), rules.apart(small, left[nearest]!)];
      if (far < least || (far === least && Math.abs(j - i) < Math.abs(nearest - i))) nearest = j;
    }
    const [first, second] = [left[Math.min(i, nearest)]!, left[Math.max(i, nearest)]!];
    left[Math.min(i, nearest)] = {
      code: `${first.code}+${second.code}`,
      name: `${first.name}・${second.name}`,
      members: [...first.members, ...second.members].sort(),
    };
    left.splice(Math.max(i, nearest), 1);
  }
}
