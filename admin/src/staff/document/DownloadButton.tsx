import { App, Button, type ButtonProps } from 'antd';
import { useState } from 'react';
import { download } from './transfer';

/** Fetches a file when pressed, busy until it is there; says why when it does not come. */
export function DownloadButton({ path, ...button }: { path: string } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const fetchIt = async () => {
    setBusy(true);
    try {
      await download(path);
    } catch (error) {
      await message.error(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return <Button {...button} loading={busy} onClick={fetchIt} />;
}
