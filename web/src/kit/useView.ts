import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getView, type Params } from "@/api/client";
import type { Problem } from "@/api/problem";
import type { Row, ViewAnswer } from "@/api/typed";

export interface ViewOptions {
    /** Ask only when this is true (default). */
    enabled?: boolean;
    /** Modules whose events change this view, besides its own: ["payments"]. */
    also?: string[];
    /** Ask again every so many milliseconds, for what no event announces. */
    everyMs?: number;
    /**
     * Show the answer to the former parameters until the new one is there (default). Not where the page
     * already says the new ones: the old figures would stand under the new month.
     */
    keepsFormer?: boolean;
}

/** The key of a view in the cache; live events find it by view name and by the ids in its params. */
export function viewKey(view: string, params: Params = {}, also: string[] = []) {
    return ["view", { view, params, also }] as const;
}

/**
 * Reads a view and keeps it fresh: events of its module, or about an id among its params, make it load again.
 * `const { data } = useView("customers.record", { id })`
 */
export function useView<Name extends string>(
    view: Name,
    params: Params = {},
    options: ViewOptions = {},
): UseQueryResult<ViewAnswer<Name>, Problem> {
    return useQuery<ViewAnswer<Name>, Problem>({
        queryKey: viewKey(view, params, options.also),
        queryFn: ({ signal }) => getView<ViewAnswer<Name>>(view, params, signal),
        enabled: options.enabled ?? true,
        refetchInterval: options.everyMs ?? false,
        placeholderData: options.keepsFormer === false ? undefined : keepPreviousData,
    });
}

interface Page<One> {
    rows: One[];
    next: string | null;
    total: number | null;
}

/** Reads a list view page by page: `rows` of all loaded pages, `loadMore` while `hasMore`. */
export function useListView<Name extends string>(view: Name, params: Params = {}, options: ViewOptions = {}) {
    const query = useInfiniteQuery<Page<Row<Name>>, Problem>({
        queryKey: [...viewKey(view, params, options.also), "pages"],
        queryFn: ({ pageParam, signal }) =>
            getView<Page<Row<Name>>>(view, { ...params, after: pageParam }, signal),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: (last) => last.next ?? undefined,
        enabled: options.enabled ?? true,
        refetchInterval: options.everyMs ?? false,
        placeholderData: keepPreviousData,
    });
    return {
        ...query,
        rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
        total: query.data?.pages[0]?.total ?? null,
        hasMore: query.hasNextPage,
        loadMore: query.fetchNextPage,
    };
}
