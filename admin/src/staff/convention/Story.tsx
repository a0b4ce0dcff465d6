import { EditOutlined } from '@ant-design/icons';
import { Space, Typography } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteButton } from '../../crud/page/DeleteButton';
import { Facts } from '../../crud/page/Facts';
import { Part } from '../../crud/page/Part';
import { pathTo, resourceOf } from '../../crud/registry';
import { useOffered } from '../../crud/use-offered';
import { CodeTag, LevelTag } from '../../crud/value/tags';
import type { ConventionPageQuery } from '../../generated/graphql';
import { useRefresh } from '../../providers/use-read';
import { LinkButton } from '../../shell/LinkButton';
import { Documents } from '../document/Documents';
import { WordsOfTexts } from '../history/Differences';
import { Timeline } from '../history/Timeline';
import { missionLabels } from '../referential/missions';
import type { Act } from './acts';
import { Changes } from './Changes';
import { Commitment, Item, remarkableFields } from './Commitment';
import type { Convention, PageVersion } from './ConventionPage';
import { History } from './History';
import { Lacking } from './Lacking';
import { Lineage } from './Lineage';
import { inOrder, isEditable } from './moves';
import { Notices } from './Notices';
import { Printed } from './Printed';
import { OpenRemarks } from './review/OpenRemarks';
import { ReviewProvider } from './review/review';
import { Steps } from './Steps';
import { TermLine } from './TermLine';
import { useActs } from './use-acts';
import { useMoves } from './use-moves';
import { Versions } from './Versions';

interface Props {
  convention: Convention;
  versions: PageVersion[];
  shown: PageVersion;
  /** Conventions that renew this one. */
  followers: ConventionPageQuery['followers']['nodes'];
}

const reviewed = ['IN_REVIEW', 'CORRECTION', 'TO_SIGN'];
/** In the title; the others stand where what they answer is said. */
const ends = ['SETTLE', 'RENEW', 'AMEND'] as const;

/** One version of a convention, from where it stands to what happened. */
export function Story({ convention, versions, shown, followers }: Props) {
  const { t } = useTranslation();
  const refresh = useRefresh('ConventionPage');
  const title = useRef<HTMLHeadingElement>(null);
  const { guichet, epci, number } = convention;
  const resource = resourceOf('Convention');
  const staff = useOffered('ConventionVersion', 'update');
  const moves = useMoves(shown, {
    parties: [epci.name, guichet.organisation.name],
    onMoved: refresh,
    landing: title,
  });
  const acts = useActs({ convention, version: shown, onDone: refresh, landing: title });
  const follower = followers.find(({ latest }) => latest?.state !== 'CANCELLED');
  const offered = (act: Act) => shown.availableActs.find((one) => one.act === act);
  const { main } = inOrder(shown.availableTransitions);
  // Only one button is filled: towards signature, else what the end of the term asks for.
  const pressing = main ? undefined : ends.find((act) => offered(act)?.recommended);
  const untouched = versions.length === 1 && shown.state === 'DRAFT';
  const name =
    shown.rank > 1 ? t('convention.titleAvenant', { number, rank: shown.rank - 1 }) : t('convention.title', { number });
  const recorded = reviewed.includes(shown.state) && staff;
  return (
    <ReviewProvider
      value={{
        versionId: shown.id,
        remarks: shown.comments?.nodes ?? [],
        open: recorded,
        onChanged: refresh,
      }}
    >
      <article className="page story" aria-labelledby="page-title">
        <Printed epci={epci.name} />
        <header className="page-head">
          <div className="page-name">
            <Typography.Title level={1} id="page-title" ref={title} tabIndex={-1}>
              {name}
            </Typography.Title>
            <Lineage convention={convention} />
            <div className="page-state">
              <CodeTag list="ConventionStatus" value={shown.status} />
              <LevelTag level={shown.level} />
            </div>
          </div>
          {staff && (
            <Space wrap className="moves no-print">
              {moves.forward}
              {isEditable(shown) && (
                <LinkButton icon={<EditOutlined />} to={`${pathTo('ConventionVersion', shown.id)}/edit`}>
                  {t('actions.edit')}
                </LinkButton>
              )}
              {ends.map((act) => offered(act) && acts.button(act, { main: act === pressing }))}
              {moves.endings}
              {untouched && resource && (
                <DeleteButton resource={resource} row={{ id: convention.id, revision: convention.revision, number }} />
              )}
            </Space>
          )}
        </header>
        <Versions versions={versions} shown={shown} />
        <Steps state={shown.state} />
        <div className="notices">
          {moves.notices}
          <OpenRemarks fields={remarkableFields} />
          {staff && <Lacking version={shown} button={acts.button} />}
          <Notices shown={shown} follower={follower} button={acts.button} />
        </div>
        {moves.dialog}
        {acts.dialog}
        {shown.rank > 1 && <Changes version={shown} former={versions.filter(({ rank }) => rank < shown.rank).at(-1)} />}
        <Part title={t('sections.term')}>
          <TermLine versions={versions} shown={shown} />
          {reviewed.includes(shown.state) && (
            <Facts spaced>
              <Item version={shown} path="startsOn" />
              <Item version={shown} path="endsOn" />
            </Facts>
          )}
        </Part>
        <Commitment
          version={shown}
          record={
            recorded && (
              <Space wrap className="no-print">
                {/* What is waited for is a button where that is said, above. */}
                {(['DELIBERATION', 'SNE_CONVENTION'] as const).map(
                  (act) => offered(act)?.recommended === false && acts.button(act, { small: true }),
                )}
              </Space>
            )
          }
        />
        <Part title={t('convention.documents')}>
          <Documents version={shown} />
        </Part>
        <Part title={t('convention.history')}>
          <History versions={versions} />
        </Part>
        <WordsOfTexts value={missionLabels(shown.referential.items.nodes)}>
          <Timeline id={shown.id} parts title={t('convention.timeline')} />
        </WordsOfTexts>
      </article>
    </ReviewProvider>
  );
}
