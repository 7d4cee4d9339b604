import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { ActionButton, type AllowedAction, Avatar, Card, InstantText, ProblemView, useView } from "@/kit";
import "./account.css";

interface Person {
    user_id: number;
    name: string;
    login: string;
    roles: string[];
    resting: boolean;
    stopped_at?: string | null;
    last_seen_at?: string | null;
    allowed_actions: AllowedAction[];
}

const may = (person: Person, action: string) =>
    person.allowed_actions.some((one) => one.name === action && !one.refused_because);

function State({ person }: { person: Person }) {
    const { t } = useTranslation();
    if (person.stopped_at) return <span className="fc-state mute">{t("ui.staff.stopped")}</span>;
    if (person.resting) return <span className="fc-state warn">{t("field.resting")}</span>;
    return (
        <small className="fc-soft">
            {person.last_seen_at ? <InstantText value={person.last_seen_at} /> : t("ui.staff.never_seen")}
        </small>
    );
}

/** Everybody who can sign in here: added, given work, helped in, stopped. */
export default function Staff() {
    const { t } = useTranslation();
    const view = useView("access.staff", {});
    const staff = view.data as unknown as { rows: Person[]; roles_to_give: string[] } | undefined;
    const rows = staff?.rows ?? [];
    const roles = staff?.roles_to_give.map((role) => ({ value: role, label: t(`Role.${role}`) })) ?? [];
    const refresh = () => view.refetch();
    return (
        <div className="fc-page">
            <header className="fc-page-head">
                <h1>{t("view.access.staff")}</h1>
                <ActionButton action="access.add_person" strong options={{ roles }} onDone={refresh} />
            </header>
            {view.error && <ProblemView problem={view.error} onRetry={refresh} />}
            {!view.data && !view.error && <Skeleton active />}
            {view.data && (
                <Card title={t("ui.staff.people")} count={rows.length} flush>
                    <ul className="ac-staff">
                        {rows.map((person) => (
                            <li key={person.user_id} className={person.stopped_at ? "stopped" : ""}>
                                <Avatar name={person.name} />
                                <span className="ac-staff-name">
                                    <b>{person.name}</b>
                                    <small className="fc-soft">{person.login}</small>
                                </span>
                                <span>{person.roles.map((role) => t(`Role.${role}`)).join(" · ")}</span>
                                <State person={person} />
                                <span className="ac-staff-do">
                                    {may(person, "access.stop_person") && (
                                        <>
                                            <ActionButton
                                                action="access.set_roles"
                                                size="small"
                                                fixed={{ user_id: person.user_id }}
                                                initial={{ roles: person.roles }}
                                                options={{ roles }}
                                                title={`${t("access.set_roles")} · ${person.name}`}
                                                onDone={refresh}
                                            />
                                            <ActionButton
                                                action="access.give_password"
                                                size="small"
                                                fixed={{ user_id: person.user_id }}
                                                title={`${t("access.give_password")} · ${person.name}`}
                                                onDone={refresh}
                                            />
                                            <ActionButton
                                                action="access.stop_person"
                                                size="small"
                                                type="text"
                                                danger
                                                label={t("ui.staff.stop")}
                                                fixed={{ user_id: person.user_id }}
                                                title={`${t("access.stop_person")} · ${person.name}`}
                                                onDone={refresh}
                                            />
                                        </>
                                    )}
                                    {may(person, "access.let_person_in") && (
                                        <ActionButton
                                            action="access.let_person_in"
                                            size="small"
                                            fixed={{ user_id: person.user_id }}
                                            onDone={refresh}
                                        />
                                    )}
                                </span>
                            </li>
                        ))}
                    </ul>
                </Card>
            )}
        </div>
    );
}
