import { Button, type ButtonProps } from 'antd';
import type { MouseEvent } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface Props extends Omit<ButtonProps, 'href' | 'onClick'> {
  to: string;
  /** To a form that one needs on the way: once it is saved, one is back here. */
  andBack?: boolean;
}

/** A link that looks like a button: it goes somewhere, and can be opened in another tab. */
export function LinkButton({ to, andBack = false, ...props }: Props) {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLElement>(to, { state: andBack ? { andBack } : undefined });
  return <Button {...props} href={href} onClick={(event) => go(event as MouseEvent<HTMLElement> as never)} />;
}
