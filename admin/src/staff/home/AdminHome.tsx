import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../crud/list/DataTable';
import type { Role } from '../../crud/metadata';
import { basePath, pathTo } from '../../crud/registry';
import { useVocabulary } from '../../crud/vocabulary';
import { AdminHomeDocument, type AdminHomeQuery } from '../../generated/graphql';
import { useRead } from '../../providers/use-read';
import { LinkButton } from '../../shell/LinkButton';
import { usePageTitle } from '../../shell/use-page-title';
import { Failure } from './Failure';
import { HomeSkeleton } from './HomeSkeleton';

const roles: Role[] = ['EPCI_STAFF', 'AGENT', 'ANALYST', 'ADMIN'];
type Epci = AdminHomeQuery['epcis']['nodes'][number];

/** The home of an administrator: the EPCIs of this installation, and who may sign in. */
export function AdminHome() {
  const { t } = useTranslation();
  const words = useVocabulary();
  const { data, error, refetch } = useRead('AdminHome', AdminHomeDocument, {});
  usePageTitle(t('menu.home'));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <HomeSkeleton />;
  const { epcis, accounts } = data;
  const staffOf = (epci: Epci) =>
    accounts.nodes.filter((account) => account.role === 'EPCI_STAFF' && account.epci?.id === epci.id);
  return (
    <div className="page home">
      <header className="home-head">
        <Typography.Title level={1}>{t('home.admin.title')}</Typography.Title>
      </header>
      <section className="page-section" aria-labelledby="epcis">
        <Typography.Title level={2} id="epcis">
          {t('home.admin.epcis')} <span className="count">{epcis.totalCount}</span>
        </Typography.Title>
        {epcis.nodes.length === 0 ? (
          <p>{t('home.admin.none')}</p>
        ) : (
          <DataTable
            rowKey={({ id }) => id}
            aria-label={t('home.admin.epcis')}
            dataSource={epcis.nodes}
            columns={[
              {
                key: 'name',
                title: t('home.admin.name'),
                render: (_, { id, name }) => <Link to={pathTo('Epci', id)}>{name}</Link>,
              },
              { key: 'siren', title: t('home.admin.sirenLabel'), render: (_, { siren }) => siren },
              {
                key: 'staff',
                title: t('home.admin.staff'),
                render: (_, epci) => {
                  const staff = staffOf(epci);
                  return staff.length > 0 ? (
                    t('home.admin.staffCount', { count: staff.length })
                  ) : (
                    <span className="quiet">{t('home.admin.noStaff')}</span>
                  );
                },
              },
            ]}
          />
        )}
      </section>
      <section className="page-section" aria-labelledby="accounts">
        <div className="section-head">
          <Typography.Title level={2} id="accounts">
            {t('home.admin.accounts')} <span className="count">{accounts.totalCount}</span>
          </Typography.Title>
          <LinkButton type="primary" to={basePath('Account')}>
            {t('home.admin.seeAccounts')}
          </LinkButton>
        </div>
        <ul className="plain-list role-counts">
          {roles.map((role) => (
            <li key={role}>
              <Link to={`${basePath('Account')}?${new URLSearchParams({ role, openAccess: 'on' })}`}>
                <span>
                  {words.code('Role', role)}
                  <small className="quiet">{words.codeHelp('Role', role)}</small>
                </span>
                <strong>
                  {t('home.admin.accountsOf', {
                    count: accounts.nodes.filter((account) => account.role === role).length,
                  })}
                </strong>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
