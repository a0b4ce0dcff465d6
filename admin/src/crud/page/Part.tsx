import { Flex, Typography } from 'antd';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  id?: string;
  count?: string | undefined;
  /** Beside the title: buttons, a link. */
  extra?: ReactNode;
  children: ReactNode;
}

/** A part of a page, under its title. */
export function Part({ title, id, count, extra, children }: Props) {
  const titleId = useId();
  return (
    <section className="page-section" aria-labelledby={titleId} id={id}>
      <Flex className="section-head" wrap align="center" justify="space-between" gap="small">
        <Typography.Title level={2} id={titleId}>
          {title}
          {count && <span className="count">{count}</span>}
        </Typography.Title>
        {extra}
      </Flex>
      {children}
    </section>
  );
}
