import { useQuery } from '@tanstack/react-query';
import { execute, type TypedText } from '../../providers/graphql';

interface Connection<T> {
  totalCount: number;
  nodes: T[];
}

const step = 100;
/** A territory of more is not a territory: the largest EPCI has 158 communes. */
const most = 1000;

/** A list whose first hundred came with the page: what is left is read after it, in as few requests as there are hundreds. */
export function useRest<T, Variables extends { offset: number }>(
  name: string,
  first: Connection<T>,
  document: TypedText<Record<string, Connection<T> | string>, Variables>,
  variables: Omit<Variables, 'offset'>,
): T[] {
  const { totalCount, nodes } = first;
  const { data = [] } = useQuery({
    queryKey: ['rest', name, variables, totalCount],
    enabled: totalCount > nodes.length,
    queryFn: async ({ signal }) => {
      const offsets = Array.from(
        { length: Math.ceil((Math.min(totalCount, most) - step) / step) },
        (_, index) => (index + 1) * step,
      );
      const pages = await Promise.all(
        offsets.map((offset) => execute(document, { ...variables, offset } as Variables, { signal })),
      );
      return pages.flatMap((page) =>
        Object.values(page).flatMap((value) => (typeof value === 'string' ? [] : value.nodes)),
      );
    },
  });
  return totalCount > nodes.length ? [...nodes, ...data] : nodes;
}
