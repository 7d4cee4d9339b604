import { DownloadOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input, Skeleton, Tooltip } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { pathOf, queryString } from "@/api/client";
import { type FieldSpec, findView } from "@/api/contract";
import type { Row } from "@/api/typed";
import { type Column, DataTable } from "./DataTable";
import { EmptyState } from "./EmptyState";
import { FilterInput } from "./FilterInput";
import { ProblemView } from "./ProblemView";
import { useListView } from "./useView";

export interface ListPageProps<Name extends string> {
    /** "customers.list" */
    view: Name;
    /** Default: the words under view.<view>. */
    title?: ReactNode;
    /** Default: every plain field of the rows, at most eight. */
    columns?: Column<Row<Name>>[];
    /** Always sent, never shown as a filter. */
    params?: Record<string, unknown>;
    /** Between the title and the list: sums of what is listed. */
    top?: ReactNode;
    /** Which parameters are offered as filters; default: all the page can draw. */
    filters?: string[];
    /** What a filter that is a text may be: insurers, campaigns. */
    choices?: Record<string, string[]>;
    /** "-opened_at"; what the list starts with. */
    sort?: string;
    /** What the search box says it finds. */
    searchLabel?: string;
    rowLink?: (row: Row<Name>) => string | undefined;
    onRow?: (row: Row<Name>) => void;
    rowTone?: (row: Row<Name>) => "late" | "due" | "ok" | undefined;
    /** Buttons at the right of the head: the list's own actions. */
    actions?: ReactNode;
    /** The content of one card on a phone; default: title, then the columns. */
    card?: (row: Row<Name>) => ReactNode;
    /** Shown when there is nothing yet and nothing was filtered: the next step. */
    empty?: { title?: ReactNode; text?: ReactNode; action?: ReactNode };
    /** Other modules whose events change the list. */
    also?: string[];
    /** Inside another page: no page head, and the address stays as it is. */
    embedded?: boolean;
    pageSize?: number;
}

const reserved = new Set(["limit", "after", "sort", "format", "q", "cursor"]);
const filterKinds = new Set(["enum", "flag", "date", "id", "list"]);

function defaultColumns(fields: FieldSpec[]): string[] {
    const names = new Set(fields.map((one) => one.name));
    return fields
        .filter((one) => !["list", "object", "any", "file"].includes(one.kind))
        .filter((one) => one.name !== "id" && one.name !== "version" && one.name !== "store_id")
        .filter((one) => !(one.kind === "id" && names.has(one.name.replace(/_id$/, "_name"))))
        .slice(0, 8)
        .map((one) => one.name);
}

/** Filters and order live in the address, so that "back" returns to the list as it was left. */
function useListState(embedded: boolean | undefined) {
    const address = useSearchParams();
    const own = useState(() => new URLSearchParams());
    const search = embedded ? own[0] : address[0];
    const set = (name: string, value: unknown) => {
        const change = (before: URLSearchParams) => {
            const next = new URLSearchParams(before);
            next.delete(name);
            for (const one of Array.isArray(value) ? value : [value])
                if (one !== undefined && one !== null && one !== "" && one !== false)
                    next.append(name, String(one));
            return next;
        };
        if (embedded) own[1](change);
        else address[1](change, { replace: true });
    };
    return { search, set };
}

function SearchBox({
    value,
    onChange,
    label,
}: {
    value: string;
    onChange: (text: string) => void;
    label: string;
}) {
    const [text, setText] = useState(value);
    // biome-ignore lint/correctness/useExhaustiveDependencies: asks a moment after the last key
    useEffect(() => {
        if (text === value) return;
        const timer = setTimeout(() => onChange(text), 250);
        return () => clearTimeout(timer);
    }, [text]);
    return (
        <Input
            className="fc-list-search"
            prefix={<SearchOutlined />}
            allowClear
            value={text}
            placeholder={label}
            aria-label={label}
            onChange={(event) => setText(event.target.value)}
        />
    );
}

function Export({ view, params }: { view: string; params: Record<string, unknown> }) {
    const { t } = useTranslation();
    const items = ["xlsx", "csv"].map((format) => ({
        key: format,
        label: (
            <a href={pathOf(view) + queryString({ ...params, format, limit: undefined })} download>
                {t(`ui.list.export_${format}`)}
            </a>
        ),
    }));
    return (
        <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
            <Tooltip title={t("ui.list.export")}>
                <Button icon={<DownloadOutlined />} aria-label={t("ui.list.export")} />
            </Tooltip>
        </Dropdown>
    );
}

/**
 * A list page from a list view: search, filters and order by the server, more rows on demand, export, cards
 * on a phone. `<ListPage view="customers.list" columns={["name", "phone"]} rowLink={(row) =>
 * `/customers/${row.id}`} />`
 */
export function ListPage<Name extends string>(props: ListPageProps<Name>) {
    const { t } = useTranslation();
    const { search, set } = useListState(props.embedded);
    const described = findView(props.view);
    const specs = (described?.params ?? []).filter(
        (one) =>
            !reserved.has(one.name) &&
            !(one.name in (props.params ?? {})) &&
            (filterKinds.has(one.kind) || (one.kind === "text" && props.choices?.[one.name])),
    );
    const filters = props.filters
        ? props.filters.flatMap((name) => specs.find((one) => one.name === name) ?? [])
        : specs;
    const sort = search.get("sort") ?? props.sort;
    const q = search.get("q") ?? "";
    const params: Record<string, unknown> = { ...props.params, sort, q };
    // The program refuses parameters a view does not have.
    if (described?.params.some((one) => one.name === "limit")) params.limit = props.pageSize ?? 50;
    for (const one of filters) {
        const values = search.getAll(one.name);
        if (values.length > 0) params[one.name] = one.kind === "list" ? values : values[0];
    }
    const filtered = q !== "" || filters.some((one) => search.has(one.name));
    const list = useListView(props.view, params, { also: props.also });
    const fields = described?.fields ?? [];
    const columns = props.columns ?? (defaultColumns(fields) as Column<Row<Name>>[]);
    const sortSpec = described?.params.find((one) => one.name === "sort");
    const sortable = sortSpec?.values?.map((one) => one.replace(/^-/, "")) ?? [];
    const hasSearch = described?.params.some((one) => one.name === "q");
    const hasExport = described?.params.some((one) => one.name === "format") && !props.embedded;
    const title = props.title ?? t(`view.${props.view as string}`);

    const clear = () => {
        for (const one of [...filters.map((spec) => spec.name), "q"]) set(one, undefined);
    };
    const body = () => {
        if (list.error && list.rows.length === 0)
            return <ProblemView problem={list.error} onRetry={() => list.refetch()} />;
        if (list.isPending)
            return (
                <Skeleton active title={false} paragraph={{ rows: 8, width: "100%" }} className="fc-pad" />
            );
        if (list.rows.length === 0)
            return filtered ? (
                <EmptyState
                    picture="search"
                    title={t("ui.list.nothing_found")}
                    action={<Button onClick={clear}>{t("ui.list.clear")}</Button>}
                />
            ) : (
                <EmptyState
                    title={props.empty?.title ?? t("ui.list.empty")}
                    text={props.empty?.text}
                    action={props.empty?.action}
                />
            );
        return (
            <DataTable<Row<Name>>
                label={typeof title === "string" ? title : undefined}
                rows={list.rows}
                fields={fields}
                columns={columns}
                view={props.view}
                rowLink={props.rowLink}
                onRow={props.onRow}
                rowTone={props.rowTone}
                sort={sort}
                sortable={sortable}
                onSort={(next) => set("sort", next)}
                card={props.card}
            />
        );
    };
    return (
        <div className={props.embedded ? "fc-list embedded" : "fc-page fc-list"}>
            {!props.embedded && (
                <header className="fc-page-head">
                    <h1>{title}</h1>
                    {list.total !== null && (
                        <span className="fc-total">{t("ui.list.total", { n: list.total })}</span>
                    )}
                    <div className="fc-page-actions">{props.actions}</div>
                </header>
            )}
            {props.top}
            <section className="fc-sheet-box" aria-busy={list.isFetching}>
                {(hasSearch || filters.length > 0 || hasExport) && (
                    <div className="fc-list-bar">
                        {hasSearch && (
                            <SearchBox
                                key={q === "" ? "empty" : "used"}
                                value={q}
                                onChange={(text) => set("q", text)}
                                label={props.searchLabel ?? t("ui.list.search")}
                            />
                        )}
                        {filters.map((one) => (
                            <FilterInput
                                key={one.name}
                                spec={one}
                                view={props.view}
                                values={search.getAll(one.name)}
                                onChange={(value) => set(one.name, value)}
                                choices={props.choices?.[one.name]}
                            />
                        ))}
                        {filtered && (
                            <Button type="link" size="small" onClick={clear}>
                                {t("ui.list.clear")}
                            </Button>
                        )}
                        <span className="fc-list-end">
                            {hasExport && <Export view={props.view} params={params} />}
                        </span>
                    </div>
                )}
                <div className={list.isPlaceholderData ? "fc-list-old" : undefined}>{body()}</div>
                {list.hasMore && (
                    <div className="fc-more">
                        <Button onClick={() => list.loadMore()} loading={list.isFetchingNextPage}>
                            {t("ui.list.more")}
                        </Button>
                        <span className="fc-soft">
                            {list.total !== null &&
                                t("ui.list.shown", { n: list.rows.length, total: list.total })}
                        </span>
                    </div>
                )}
            </section>
        </div>
    );
}
