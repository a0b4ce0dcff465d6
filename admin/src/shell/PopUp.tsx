import { Popover } from 'antd';
import { type ReactElement, type ReactNode, useRef, useState } from 'react';

interface Props {
  /** The button that opens it. */
  children: ReactElement;
  content: ReactNode;
  placement?: 'bottomLeft' | 'bottomRight';
}

/** A box under its button, for the keyboard too: it takes the focus when it opens, Escape closes it and gives the focus back. */
export function PopUp({ children, content, placement = 'bottomLeft' }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    anchor.current?.querySelector('button')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from the button and the box it holds
    <span
      ref={anchor}
      className="pop-up"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <Popover
        trigger="click"
        placement={placement}
        open={open}
        onOpenChange={setOpen}
        afterOpenChange={(shown) => {
          if (shown)
            box.current?.querySelector<HTMLElement>('input:not(:disabled), button')?.focus({ preventScroll: true });
        }}
        destroyOnHidden
        getPopupContainer={() => anchor.current ?? document.body}
        content={<div ref={box}>{content}</div>}
      >
        {children}
      </Popover>
    </span>
  );
}
