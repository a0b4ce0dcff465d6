import { App, Button, Skeleton, Typography } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../crud/page/Missing';
import { resourceOf } from '../../crud/registry';
import { ApiError, codeOf } from '../../providers/errors';
import { useToday } from '../../shell/session-context';
import { useUnsavedChanges } from '../../shell/UnsavedChanges';
import { CorrectionDialog } from '../history/CorrectionDialog';
import { Timeline } from '../history/Timeline';
import { useDecisions } from '../home/staff/use-decisions';
import { MeetingActions } from './MeetingActions';
import { MeetingFrame } from './MeetingFrame';
import { PrintedSheet, type Printing } from './print/PrintedSheet';
import { linesToSend } from './sheet/model';
import { phaseOf } from './sheet/phase';
import { SaveBar } from './sheet/SaveBar';
import { SheetBody } from './sheet/SheetBody';
import { useSaving } from './sheet/use-saving';
import { useSheet } from './sheet/use-sheet';

/** A meeting as staff work on it: what it is, what can be done, and its attendance sheet. */
export function StaffMeeting({ id }: { id: string }) {
  const { t } = useTranslation();
  const today = useToday();
  const { message } = App.useApp();
  const resource = resourceOf('Meeting');
  const work = useSheet(id);
  const { query, draft, change, readAgain } = work;
  const { data: sheet } = query;
  const [printing, setPrinting] = useState<Printing>();
  const { taken, decide } = useDecisions(readAgain);

  const unsaved = sheet ? linesToSend(sheet, draft).length : 0;
  const { setUnsaved } = useUnsavedChanges();
  useEffect(() => setUnsaved(unsaved > 0), [unsaved, setUnsaved]);
  const saving = useSaving(work, unsaved);
  // A closed sheet is written again on purpose alone, and saved with a motive.
  const [correcting, setCorrecting] = useState(false);
  const [asking, setAsking] = useState(false);
  const askMotive = useCallback(async () => setAsking(true), []);
  const save = correcting ? askMotive : saving.save;
  const correct = async (motive: string) => {
    try {
      await work.correct(motive);
      setCorrecting(false);
      setAsking(false);
      await message.success(t('correction.done'));
    } catch (error) {
      throw new ApiError(codeOf(error), saving.explain(error) ?? '');
    }
  };

  const saveByKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      // The browser would offer to save the page as a file.
      event.preventDefault();
      if (unsaved > 0) void save();
    },
    [save, unsaved],
  );
  useEffect(() => {
    window.addEventListener('keydown', saveByKey);
    return () => window.removeEventListener('keydown', saveByKey);
  }, [saveByKey]);

  if (!sheet && query.isError) return <Missing resource={resource} error={query.error} onRetry={query.refetch} />;
  if (!sheet || !resource) return <Skeleton active paragraph={{ rows: 12 }} className="page" />;

  const { meeting } = sheet;
  const phase = correcting ? 'day' : phaseOf(meeting, today);
  const title = meeting.outside ? 'participation' : phase === 'before' ? 'answers' : 'title';
  return (
    <MeetingFrame
      meeting={meeting}
      declaredBy={meeting.declaredBy}
      actions={
        <MeetingActions
          sheet={sheet}
          draft={draft}
          unsaved={unsaved}
          work={work}
          resource={resource}
          onPrint={setPrinting}
        />
      }
    >
      <section className="page-section sheet-section" aria-labelledby="sheet-title">
        <Typography.Title level={2} id="sheet-title">
          {t(`meeting.sheet.${title}`)}
        </Typography.Title>
        {meeting.state === 'CANCELLED' ? (
          <p className="quiet">{t('meeting.sheet.cancelled')}</p>
        ) : (
          <>
            {meeting.state === 'CLOSED' && !meeting.outside && (
              <p className="quiet sheet-closed">
                {t('meeting.sheet.closed')}{' '}
                <Button
                  size="small"
                  className="no-print"
                  disabled={unsaved > 0}
                  onClick={() => setCorrecting((now) => !now)}
                >
                  {t(correcting ? 'correction.stop' : 'correction.action')}
                </Button>
              </p>
            )}
            <SheetBody sheet={sheet} draft={draft} phase={phase} change={change} taken={taken} decide={decide} />
          </>
        )}
      </section>
      <Timeline id={id} parts />
      {phase !== 'closed' && (
        <SaveBar unsaved={unsaved} saving={{ ...saving, save }} onDrop={() => change({ type: 'clear' })} />
      )}
      {asking && <CorrectionDialog count={unsaved} onClose={() => setAsking(false)} onCorrect={correct} />}
      <PrintedSheet sheet={sheet} draft={draft} printing={printing} onPrinted={() => setPrinting(undefined)} />
    </MeetingFrame>
  );
}
