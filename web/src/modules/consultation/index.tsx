import { BookOutlined, CommentOutlined } from "@ant-design/icons";
import { lazy, Suspense } from "react";
import { type NavItem, page, type TodayCard } from "@/app/module";

const MyQuestions = lazy(() => import("./MyQuestions"));

export const nav: NavItem[] = [
    {
        key: "nav.questions",
        path: "/questions",
        group: "customers",
        icon: <CommentOutlined />,
        needs: "consultation.question_read",
        order: 15,
    },
    {
        key: "nav.knowledge",
        path: "/knowledge",
        group: "customers",
        icon: <BookOutlined />,
        needs: "consultation.article_read",
        order: 16,
    },
];

export const routes = [
    { path: "questions", lazy: page(() => import("./Inbox")) },
    { path: "questions/:id", lazy: page(() => import("./Question")) },
    { path: "knowledge", lazy: page(() => import("./Knowledge")) },
    { path: "knowledge/new", lazy: page(() => import("./NewArticle")) },
    { path: "knowledge/:id", lazy: page(() => import("./Article")) },
];

export const customerRoutes = [{ path: "ask", lazy: page(() => import("./customer/Ask")) }];

export const todayCards: TodayCard[] = [
    {
        name: "consultation.mine",
        roles: ["sales", "care", "host", "advisor"],
        needs: "consultation.question_read",
        order: 25,
        Card: () => (
            <Suspense>
                <MyQuestions />
            </Suspense>
        ),
    },
];

export const searchLinks = {
    question: (id: number) => `/questions/${id}`,
    article: (id: number) => `/knowledge/${id}`,
};
export const pickers = {
    article: {
        view: "consultation.article_list",
        params: { state: "published", limit: 200 },
        label: (row: { title: string }) => row.title,
        search: "q",
    },
};
export const tones = {
    "QuestionState.open": "due" as const,
    "QuestionState.answered": "info" as const,
    "QuestionState.closed": "mute" as const,
    "ArticleState.published": "ok" as const,
    "ArticleState.draft": "due" as const,
};
