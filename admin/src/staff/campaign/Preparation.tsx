import { Alert, App, Button, Spin, Typography } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { basePath, pathTo } from '../../crud/registry';
import { isDay } from '../../days';
import { CampaignPreviewDocument, CreateCampaignDocument } from '../../generated/graphql';
import { formatDay } from '../../i18n/format';
import { useAdding } from '../../lite/kit/use-adding';
import { ApiError } from '../../providers/errors';
import { execute } from '../../providers/graphql';
import { useRead, useRefresh } from '../../providers/use-read';
import { LinkButton } from '../../shell/LinkButton';
import { useUnsavedChanges } from '../../shell/UnsavedChanges';
import { type Choice, type Choices, choiceOf, countByVerdict, type Line, takenLines, type Verdict } from './model';
import type { Start } from './NewCampaignPage';
import { PreviewLines } from './PreviewLines';
import { TermsForm } from './TermsForm';
import { proposedTerms, type Terms } from './terms';
import { VerdictChips } from './VerdictChips';

/** What there is to decide comes first, not lost among the guichets that stay out. */
const inOrder = (lines: readonly Line[]): Line[] => [
  ...lines.filter(({ verdict }) => verdict !== 'LEFT_OUT'),
  ...lines.filter(({ verdict }) => verdict === 'LEFT_OUT'),
];

/** The plan and its days, what would become of each guichet, and the button that prepares all drafts. */
export function Preparation({ start }: { start: Start }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const recommended = start.campaignTerms.find((one) => one.recommended)?.planId;
  const plan = start.plans.nodes.find(({ id }) => id === recommended);
  const [terms, setTerms] = useState<Terms>(() => ({
    name: plan ? t('campaign.defaultName', { plan: plan.name }) : '',
    planId: plan?.id ?? '',
    ...proposedTerms(start, plan?.id),
  }));
  const [choices, setChoices] = useState<Choices>({});
  const [only, setOnly] = useState<Verdict>();
  const [refusal, setRefusal] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const adding = useAdding();
  const running = useRef(false);
  const { setUnsaved, allSaved } = useUnsavedChanges();

  const { name, ...days } = terms;
  const complete = isDay(days.startsOn) && isDay(days.endsOn) && days.planId !== '' && days.referentialId !== '';
  const preview = useRead('CampaignPreview', CampaignPreviewDocument, days, complete);
  const refused = preview.error instanceof ApiError ? preview.error : undefined;
  const lines: readonly Line[] = useMemo(
    () => (complete && !preview.error ? inOrder(preview.data?.campaignPreview ?? []) : []),
    [complete, preview.error, preview.data],
  );
  const shown = useMemo(() => (only ? lines.filter(({ verdict }) => verdict === only) : lines), [lines, only]);
  const taken = takenLines(lines, choices);
  const counts = countByVerdict(lines);

  const choose = useCallback(
    (guichetId: string, choice: Choice) => {
      setUnsaved(true);
      setChoices((before) => ({ ...before, [guichetId]: choice }));
    },
    [setUnsaved],
  );
  const chooseAll = (all: boolean) => {
    setUnsaved(true);
    setChoices((before) => ({
      ...before,
      ...Object.fromEntries(
        shown.map((line) => {
          const choice = choiceOf(before, line);
          return [line.guichetId, { ...choice, taken: all && choice.level !== null }];
        }),
      ),
    }));
  };
  const change = (next: Terms) => {
    setRefusal(undefined);
    setTerms(next);
  };

  const prepare = async () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefusal(undefined);
    try {
      const given = { input: { ...days, name: name.trim() }, lines: taken };
      const { createCampaign } = await adding((requestKey) =>
        execute(CreateCampaignDocument, { ...given, requestKey }),
      );
      allSaved();
      await message.success(t('campaign.prepared', { count: createCampaign.conventionCount }));
      await navigate(pathTo('Campaign', createCampaign.id), { replace: true });
      void refresh();
    } catch (error) {
      const said = error instanceof ApiError ? error : new ApiError('INTERNAL', t('errors.unexpected'));
      if (said.code !== 'UNAUTHENTICATED') setRefusal(said);
      // A colleague may have prepared some of them meanwhile: what is possible now is shown beside the refusal.
      void preview.refetch();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  if (start.plans.nodes.length === 0)
    return (
      <div className="empty">
        <p>{t('campaign.noPlan')}</p>
        <LinkButton type="primary" andBack to={`${basePath('Plan')}/new`}>
          {t('campaign.addPlan')}
        </LinkButton>
      </div>
    );
  return (
    <>
      <section className="form-section" aria-labelledby="campaign-terms">
        <Typography.Title level={2} id="campaign-terms">
          {t('campaign.step1')}
        </Typography.Title>
        <TermsForm start={start} terms={terms} refusal={refusal ?? refused} onChange={change} />
        {refused && !fields.has(refused.details.field ?? '') && (
          <Alert className="campaign-plan-note" type="error" showIcon role="alert" message={refused.message} />
        )}
      </section>
      <section className="page-section" aria-labelledby="campaign-guichets">
        <div className="section-head">
          <Typography.Title level={2} id="campaign-guichets">
            {t('campaign.step2')}
          </Typography.Title>
          {lines.length > 0 && <VerdictChips counts={counts} only={only} onOnly={setOnly} />}
        </div>
        <Spin spinning={preview.isFetching && lines.length === 0} delay={200}>
          {lines.length > 0 ? (
            <PreviewLines lines={shown} choices={choices} onChoose={choose} onChooseAll={chooseAll} />
          ) : (
            <p className="quiet">
              {t(
                !complete || refused
                  ? 'campaign.fillTerms'
                  : preview.isFetching
                    ? 'campaign.reading'
                    : 'campaign.noGuichet',
              )}
            </p>
          )}
        </Spin>
      </section>
      <div className="form-foot campaign-foot">
        {refusal && !fields.has(refusal.details.field ?? '') && (
          <Alert type="error" showIcon role="alert" message={refusal.message} />
        )}
        <p className="quiet" role="status">
          {taken.length > 0
            ? t('campaign.willDo', { count: taken.length, from: formatDay(days.startsOn), to: formatDay(days.endsOn) })
            : lines.length > 0
              ? t('campaign.nobody')
              : ''}{' '}
          {counts.LEFT_OUT > 0 && t('campaign.leftOut', { count: counts.LEFT_OUT })}
        </p>
        <Button
          type="primary"
          size="large"
          loading={busy}
          disabled={taken.length === 0 || name.trim() === '' || refused !== undefined}
          onClick={prepare}
        >
          {busy ? t('campaign.preparing', { count: taken.length }) : t('campaign.prepare', { count: taken.length })}
        </Button>
      </div>
    </>
  );
}

/** The fields at which a refusal is shown. */
const fields = new Set(['name', 'planId', 'referentialId', 'startsOn', 'endsOn']);
