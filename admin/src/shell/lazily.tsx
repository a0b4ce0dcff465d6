import { Skeleton } from 'antd';
import { type ComponentType, lazy, Suspense } from 'react';

/**
 * A part of a page whose code is fetched when it is first shown: what a declaration names (a control, a section) is otherwise read
 * with the menu, by everybody. Pages need none of it: `Loaded`.
 *
 * @param height of its place while it is fetched, in pixels
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  height = 32,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height }} />}>
      <Part {...props} />
    </Suspense>
  );
}
