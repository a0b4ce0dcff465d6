import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { conceptOf } from '../../crud/metadata';
import { Part } from '../../crud/page/Part';
import { Closed } from '../../shell/NotFound';
import { useRole } from '../../shell/session-context';
import { usePageTitle } from '../../shell/use-page-title';
import './document.css';
import { Tags } from './Tags';
import { Template } from './Template';

/** The template of the conventions' documents: which one serves, how to replace it, and every tag that it may use. */
export function TemplatePage() {
  const { t } = useTranslation();
  const role = useRole();
  const title = t('document.template.title');
  usePageTitle(title);
  if (!conceptOf('DocumentTemplate').roles.create.includes(role)) return <Closed />;
  return (
    <article className="page narrow-page" aria-labelledby="page-title">
      <header className="page-head">
        <div className="page-name">
          <Typography.Title level={1} id="page-title" tabIndex={-1}>
            {title}
          </Typography.Title>
          <p className="quiet">{t('document.template.lead')}</p>
        </div>
      </header>
      <Part title={t('document.template.inUse')}>
        <Template />
      </Part>
      <Part title={t('document.tags.title')}>
        <Tags />
      </Part>
    </article>
  );
}
