import { DownOutlined, EditOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resource } from '../../crud/define';
import { DeleteButton } from '../../crud/page/DeleteButton';
import { pathTo } from '../../crud/registry';
import {
  CancelMeetingDocument,
  CloseMeetingDocument,
  OpenMeetingDocument,
  SaveThenCloseSheetDocument,
} from '../../generated/graphql';
import { codeOf } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { LinkButton } from '../../shell/LinkButton';
import { useToday } from '../../shell/session-context';
import { CancelDialog } from './CancelDialog';
import type { Printing } from './print/PrintedSheet';
import { countsOf, type Draft, linesToSend, peopleOf, type Sheet } from './sheet/model';
import { Overtaken, type SheetWork } from './sheet/use-sheet';

interface Props {
  resource: Resource;
  sheet: Sheet;
  draft: Draft;
  unsaved: number;
  work: SheetWork;
  onPrint: (printing: Printing) => void;
}

type Move = 'OPEN' | 'CLOSE' | 'CANCEL';

/** What can be done next: the API has the last word, and its refusals are shown as they are. */
export function MeetingActions({ resource, sheet, draft, unsaved, work, onPrint }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const { modal, message } = App.useApp();
  const [cancelling, setCancelling] = useState(false);
  const [busy, setBusy] = useState<Move>();
  const { meeting } = sheet;
  const { id, revision, state, heldOn } = meeting;
  const live = state === 'PLANNED' || state === 'OPEN';
  const opens = state === 'PLANNED' && today === heldOn;
  const closes = live && today >= heldOn;

  const attempt = async (move: Move, run: () => Promise<unknown>) => {
    setBusy(move);
    try {
      await run();
      await message.success(t(`meeting.done.${move}`));
      await work.readAgain();
      return true;
    } catch (error) {
      await work.readAgain();
      if (codeOf(error) !== 'UNAUTHENTICATED') modal.warning(refusalOf(move, error));
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  const refusalOf = (move: Move, error: unknown) => ({
    title: t(`meeting.refused.${move}`),
    content:
      error instanceof Overtaken
        ? t('meeting.save.overtaken', {
            count: error.people.length,
            names: error.people.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(', '),
          })
        : error instanceof Error && error.message
          ? error.message
          : t('errors.unexpected'),
    okText: t('actions.understood'),
  });

  const open = () => attempt('OPEN', () => execute(OpenMeetingDocument, { id, revision }));
  const cancel = (motive: string) => attempt('CANCEL', () => execute(CancelMeetingDocument, { id, revision, motive }));
  const close = () =>
    attempt('CLOSE', async () => {
      const now = await work.meet(draft);
      const lines = linesToSend(now, draft);
      const given = { revision: now.meeting.revision };
      if (lines.length > 0) await execute(SaveThenCloseSheetDocument, { meetingId: id, lines, ...given });
      else await execute(CloseMeetingDocument, { id, ...given });
      work.change({ type: 'clear' });
    });

  const askToClose = () => {
    const { silent, coming, pending } = countsOf(peopleOf(sheet, draft), draft);
    const absent = silent + coming;
    modal.confirm({
      title: t('meeting.close.title'),
      content: (
        <>
          <p>{absent > 0 ? t('meeting.close.absent', { count: absent }) : t('meeting.close.everyone')}</p>
          {unsaved > 0 && <p>{t('meeting.close.unsaved', { count: unsaved })}</p>}
          {pending > 0 && <p>{t('meeting.close.pending', { count: pending })}</p>}
          <p>{t('meeting.close.after')}</p>
        </>
      ),
      okText: t('meeting.close.confirm'),
      cancelText: t('meeting.close.back'),
      onOk: close,
    });
  };

  // One filled button at a time: what is unsaved comes first, then the next step of the meeting.
  const main = unsaved > 0 ? undefined : opens ? 'OPEN' : closes ? 'CLOSE' : undefined;
  const emphasis = (move: Move) => (main === move ? 'primary' : 'default');
  const blank = peopleOf(sheet).every(({ attendance }) => !attendance);
  return (
    <>
      {opens && (
        <Button type={emphasis('OPEN')} loading={busy === 'OPEN'} onClick={open}>
          {t('meeting.action.OPEN')}
        </Button>
      )}
      {closes && (
        <Button type={emphasis('CLOSE')} loading={busy === 'CLOSE'} onClick={askToClose}>
          {t('meeting.action.CLOSE')}
        </Button>
      )}
      {state !== 'CANCELLED' && !meeting.outside && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: (live ? (['blank', 'filled'] as const) : (['filled'] as const)).map((printing) => ({
              key: printing,
              label: t(`meeting.action.${printing === 'blank' ? 'printBlank' : 'printFilled'}`),
              onClick: () => onPrint(printing),
            })),
          }}
        >
          <Button icon={<PrinterOutlined />}>
            {t('meeting.action.print')} <DownOutlined />
          </Button>
        </Dropdown>
      )}
      {live && (
        <LinkButton icon={<EditOutlined />} to={`${pathTo('Meeting', id)}/edit`}>
          {t('actions.edit')}
        </LinkButton>
      )}
      {live && <Button onClick={() => setCancelling(true)}>{t('meeting.action.CANCEL')}</Button>}
      {live && blank && <DeleteButton resource={resource} row={meeting} />}
      {cancelling && <CancelDialog onClose={() => setCancelling(false)} onCancel={cancel} />}
    </>
  );
}
