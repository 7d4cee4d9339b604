#include <mail/smtp.h>
#include <mail/webhook.h>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace forecourt::mail {
namespace {

/// A mail server with STARTTLS and sign-in (aiosmtpd) and a small web server, on free ports. Mails and calls
/// are written into its folder as JSON-like lines the tests can look into.
constexpr const char* server_program = R"python(
import asyncio, email, email.policy, http.server, json, ssl, sys, threading
from aiosmtpd.smtp import SMTP, AuthResult
folder = sys.argv[1]
count = 0

class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith('unknown'): return '550 5.1.1 no such mailbox'
        if address.startswith('busy'): return '451 4.3.0 try again later'
        envelope.rcpt_tos.append(address)
        return '250 OK'
    async def handle_DATA(self, server, session, envelope):
        global count
        count += 1
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        facts = ['mail %d' % count, 'peer %s' % session.peer[1], 'recipients ' + ' '.join(envelope.rcpt_tos)]
        for name in ('From', 'To', 'Subject', 'Date', 'Message-ID', 'Reply-To'):
            facts.append('%s: %s' % (name, message[name]))
        for part in message.walk():
            if part.is_multipart():
                facts.append('part ' + part.get_content_type())
            else:
                text = part.get_content() if part.get_content_maintype() == 'text' else ''
                size = len(part.get_payload(decode=True))
                facts.append('part %s %s %d %s' % (part.get_content_type(), part.get_filename(), size, text))
        longest = max(len(line) for line in envelope.content.split(b'\r\n'))
        facts.append('longest line %s' % ('fits' if longest <= 998 else 'too long'))
        with open('%s/mail%d' % (folder, count), 'w') as f: f.write('\n'.join(facts))
        return '250 2.0.0 taken'

def authenticate(server, session, envelope, mechanism, data):
    good = data.login == b'store' and data.password == b'secret'
    return AuthResult(success=good, handled=good)

class Web(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length'])).decode()
        with open(folder + '/call', 'w') as f:
            names = ('Forecourt-Event', 'Forecourt-Signature', 'Content-Type')
            f.write('\n'.join([self.path] + [self.headers[name] for name in names] + [body]))
        status = int(self.path.strip('/'))
        self.send_response(status)
        if status == 302: self.send_header('Location', '/200')
        self.send_header('Content-Length', '5')
        self.end_headers()
        self.wfile.write(b'done\n')
    def log_message(self, *args): pass

async def main():
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(folder + '/cert.pem', folder + '/key.pem')
    loop = asyncio.get_running_loop()
    rules = dict(hostname='localhost', tls_context=tls, require_starttls=True,
                 authenticator=authenticate, auth_required=True)
    mail = await loop.create_server(lambda: SMTP(Handler(), **rules), '127.0.0.1', 0)
    plain = await loop.create_server(lambda: SMTP(Handler(), hostname='localhost'), '127.0.0.1', 0)
    web = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Web)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    port = lambda server: server.sockets[0].getsockname()[1]
    print(port(mail), port(plain), web.server_address[1], flush=True)
    await asyncio.Event().wait()

asyncio.run(main())
)python";

class Servers : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        std::string pattern = (std::filesystem::temp_directory_path() / "forecourt-mail-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        std::ofstream(folder + "/server.py") << server_program;
        const std::string make_certificate =
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "
            "subjectAltName=DNS:localhost"
            " -keyout " +
            folder + "/key.pem -out " + folder + "/cert.pem 2>/dev/null";
        ASSERT_EQ(std::system(make_certificate.c_str()), 0) << "openssl is needed";
        std::array<int, 2> pipe_ends{};
        ASSERT_EQ(::pipe(pipe_ends.data()), 0);
        child = ::fork();
        if (child == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            ::dup2(pipe_ends[1], 1);
            ::dup2(::open((folder + "/log").c_str(), O_WRONLY | O_CREAT, 0600), 2);
            ::execl("/usr/bin/python3", "python3", (folder + "/server.py").c_str(), folder.c_str(), nullptr);
            _exit(127);
        }
        ::close(pipe_ends[1]);
        std::FILE* from_child = ::fdopen(pipe_ends[0], "r");
        const int ports = std::fscanf(from_child, "%d %d %d", &mail_port, &plain_port, &web_port);
        std::fclose(from_child);
        ASSERT_EQ(ports, 3) << "python3-aiosmtpd is needed";
    }

    static void TearDownTestSuite() {
        if (child > 0) {
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
        }
        std::filesystem::remove_all(folder);
    }

    static SmtpSettings settings() {
        SmtpSettings made;
        made.host = "localhost";
        made.port = mail_port;
        made.user = "store";
        made.password = "secret";
        made.ca_file = folder + "/cert.pem";
        return made;
    }

    static Message message() {
        Message made;
        made.from = {"service@store.example", "东方汽车·服务部"};
        made.to = {{"customer@example.com", "欧阳建国"}};
        made.subject = "您的爱车已完成保养，欢迎随时来店取车；本次结算单见附件，感谢您的信任与支持！";
        made.text = "您好！\n.\n单独一行的点也要完整送达。\n";
        made.message_id = "<outbox-17@store.example>";
        made.at = Instant{1'795'325'716'123};
        return made;
    }

    static std::string read(const std::string& name) {
        std::ifstream file(folder + "/" + name);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }

    static std::string newest_mail() {
        std::string newest;
        for (int n = 1; std::filesystem::exists(folder + "/mail" + std::to_string(n)); ++n)
            newest = read("mail" + std::to_string(n));
        return newest;
    }

    static WebhookSettings hook(int status) {
        WebhookSettings made;
        made.url = "http://127.0.0.1:" + std::to_string(web_port) + "/" + std::to_string(status);
        made.secret = "shared";
        made.allow_private_addresses = true;
        return made;
    }

    static inline std::string folder;
    static inline pid_t child = 0;
    static inline int mail_port = 0;
    static inline int plain_port = 0;
    static inline int web_port = 0;
};

using SmtpServer = Servers;
using WebhookServer = Servers;

}  // namespace

TEST_F(SmtpServer, a_chinese_mail_with_attachment_arrives_whole) {
    Message mail = message();
    mail.html = "<p>您好！</p>";
    mail.reply_to = {"reply@store.example", ""};
    mail.to.push_back({"second@example.com", "Smith \"Bob\""});
    mail.attachments.push_back({"结算单 2026.pdf", "application/pdf", std::string(100'000, '\x81')});
    const Outcome outcome = send(settings(), mail);
    ASSERT_EQ(outcome.state, Outcome::State::sent) << outcome.detail;
    EXPECT_EQ(outcome.code, 250);
    const std::string got = newest_mail();
    for (const std::string& expected :
         {std::string("recipients customer@example.com second@example.com"),
          std::string("From: 东方汽车·服务部 <service@store.example>"), "Subject: " + mail.subject,
          std::string("欧阳建国 <customer@example.com>, \"Smith \\\"Bob\\\"\" <second@example.com>"),
          std::string("Date: Sun, 22 Nov 2026 05:35:16 +0000"),
          std::string("Message-ID: <outbox-17@store.example>"), std::string("Reply-To: reply@store.example"),
          std::string("part multipart/mixed"), std::string("part multipart/alternative"),
          std::string("单独一行的点也要完整送达。"), std::string("part text/html None"),
          std::string("part application/pdf 结算单 2026.pdf 100000"), std::string("longest line fits")})
        EXPECT_NE(got.find(expected), std::string::npos) << expected << "\nin\n" << got;
}

TEST_F(SmtpServer, answers_are_sorted_into_again_and_never) {
    struct {
        const char* to;
        Outcome::State state;
        int code;
    } const cases[] = {{"customer@example.com", Outcome::State::sent, 250},
                       {"unknown@example.com", Outcome::State::failed_for_good, 550},
                       {"busy@example.com", Outcome::State::retry_later, 451}};
    SmtpSender sender(settings());
    for (const auto& c : cases) {
        Message mail = message();
        mail.to = {{c.to, ""}};
        const Outcome outcome = sender.send(mail);
        EXPECT_EQ(outcome.state, c.state) << c.to << " " << outcome.detail;
        EXPECT_EQ(outcome.code, c.code) << c.to;
        if (c.code >= 400) {
            EXPECT_NE(outcome.detail.find(std::to_string(c.code)), std::string::npos) << outcome.detail;
        }
    }
}

TEST_F(SmtpServer, one_connection_carries_several_mails) {
    SmtpSender sender(settings());
    const auto peer = [](const std::string& mail) { return mail.substr(mail.find("peer "), 12); };
    ASSERT_EQ(sender.send(message()).state, Outcome::State::sent);
    const std::string first = newest_mail();
    ASSERT_EQ(sender.send(message()).state, Outcome::State::sent);
    const std::string second = newest_mail();
    EXPECT_NE(first.substr(0, 8), second.substr(0, 8));
    EXPECT_EQ(peer(first), peer(second));
}

TEST_F(SmtpServer, wrong_settings_are_retried_and_never_lose_the_mail) {
    SmtpSettings wrong_password = settings();
    wrong_password.password = "guess";
    const Outcome refused = send(wrong_password, message());
    EXPECT_EQ(refused.state, Outcome::State::retry_later);
    EXPECT_EQ(refused.code, 535);
    EXPECT_EQ(refused.detail.find("guess"), std::string::npos);

    SmtpSettings no_sign_in = settings();
    no_sign_in.user.clear();
    EXPECT_EQ(send(no_sign_in, message()).state, Outcome::State::retry_later);

    SmtpSettings foreign_certificate = settings();
    foreign_certificate.ca_file.clear();
    EXPECT_EQ(send(foreign_certificate, message()).state, Outcome::State::retry_later);

    SmtpSettings nobody = settings();
    nobody.port = 1;
    const Outcome unreachable = send(nobody, message());
    EXPECT_EQ(unreachable.state, Outcome::State::retry_later);
    EXPECT_EQ(unreachable.code, 0);
    EXPECT_FALSE(unreachable.detail.empty());
}

TEST_F(SmtpServer, without_tls_only_when_asked_for) {
    SmtpSettings plain;
    plain.host = "localhost";
    plain.port = plain_port;
    EXPECT_EQ(send(plain, message()).state, Outcome::State::retry_later) << "the server has no STARTTLS";
    plain.security = SmtpSecurity::none;
    EXPECT_EQ(send(plain, message()).state, Outcome::State::sent);
}

TEST_F(SmtpServer, headers_cannot_be_smuggled_in) {
    Message mail = message();
    mail.subject = "hello\r\nBcc: victim@example.com";
    mail.to[0].name = "x\r\nBcc: victim@example.com";
    ASSERT_EQ(send(settings(), mail).state, Outcome::State::sent);
    const std::string got = newest_mail();
    EXPECT_NE(got.find("Subject: hello  Bcc: victim@example.com"), std::string::npos) << got;
    EXPECT_NE(got.find("recipients customer@example.com\n"), std::string::npos) << got;
    for (const char* address :
         {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nRCPT TO:<x@y>", "张三@example.com", "<a@b>"}) {
        mail.to = {{address, ""}};
        const Outcome outcome = send(settings(), mail);
        EXPECT_EQ(outcome.state, Outcome::State::failed_for_good) << address;
        EXPECT_EQ(outcome.code, 0) << address;
    }
    mail.to.clear();
    EXPECT_EQ(send(settings(), mail).state, Outcome::State::failed_for_good);
}

TEST(Smtp, header_words_never_split_a_character) {
    EXPECT_EQ(encoded_header("plain"), "plain");
    EXPECT_EQ(encoded_header("钱"), "=?UTF-8?B?6ZKx?=");
    EXPECT_EQ(encoded_header("=?x"), "=?UTF-8?B?PT94?=");
    std::string text;
    for (int i = 0; i < 100; ++i) text += i % 3 == 0 ? "a" : "车";
    std::istringstream words(encoded_header(text));
    for (std::string word; words >> word;) EXPECT_LE(word.size(), 75u);
}

TEST_F(WebhookServer, a_call_is_signed_and_judged_by_its_answer) {
    const WebhookCall call{"evt-1", "{\"a\":\"车\"}", Instant{1'795'325'716'123}};
    struct {
        int status;
        Outcome::State state;
    } const cases[] = {{200, Outcome::State::sent},
                       {204, Outcome::State::sent},
                       {302, Outcome::State::failed_for_good},
                       {400, Outcome::State::failed_for_good},
                       {404, Outcome::State::failed_for_good},
                       {408, Outcome::State::retry_later},
                       {429, Outcome::State::retry_later},
                       {500, Outcome::State::retry_later},
                       {503, Outcome::State::retry_later}};
    for (const auto& c : cases) {
        const Outcome outcome = post_webhook(hook(c.status), call);
        EXPECT_EQ(outcome.state, c.state) << c.status << " " << outcome.detail;
        EXPECT_EQ(outcome.code, c.status);
        std::istringstream got(read("call"));
        std::string path, event, signature, type, body;
        std::getline(got, path);
        std::getline(got, event);
        std::getline(got, signature);
        std::getline(got, type);
        std::getline(got, body);
        EXPECT_EQ(path, "/" + std::to_string(c.status));
        EXPECT_EQ(event, "evt-1");
        EXPECT_EQ(type, "application/json");
        EXPECT_EQ(body, call.body);
        EXPECT_TRUE(webhook_signature_is_valid(signature, "shared", body, call.at, seconds(1)));
    }
}

// security 6
TEST_F(WebhookServer, private_addresses_and_other_protocols_are_refused) {
    WebhookSettings inside = hook(200);
    inside.allow_private_addresses = false;
    EXPECT_EQ(post_webhook(inside, {"e", "{}", {}}).state, Outcome::State::failed_for_good);
    inside.url = "http://localhost:" + std::to_string(web_port) + "/200";
    EXPECT_EQ(post_webhook(inside, {"e", "{}", {}}).state, Outcome::State::failed_for_good);
    for (const char* url : {"file:///etc/passwd", "gopher://127.0.0.1/", "", "http://"}) {
        WebhookSettings odd = hook(200);
        odd.url = url;
        EXPECT_EQ(post_webhook(odd, {"e", "{}", {}}).state, Outcome::State::failed_for_good) << url;
    }
    WebhookSettings nobody = hook(200);
    nobody.url = "http://127.0.0.1:1/";
    EXPECT_EQ(post_webhook(nobody, {"e", "{}", {}}).state, Outcome::State::retry_later);
}

TEST(Webhook, signatures_hold_for_secret_body_and_time) {
    const Instant at{1'795'325'716'123};
    const std::string header = webhook_signature("s", "body", at);
    EXPECT_EQ(header.substr(0, 16), "t=1795325716,v1=");
    EXPECT_EQ(header.size(), 16u + 64u);
    const Duration minute = seconds(60);
    EXPECT_TRUE(webhook_signature_is_valid(header, "s", "body", at, minute));
    EXPECT_TRUE(webhook_signature_is_valid(header, "s", "body", at + seconds(59), minute));
    EXPECT_FALSE(webhook_signature_is_valid(header, "s", "body", at + seconds(61), minute));
    EXPECT_FALSE(webhook_signature_is_valid(header, "s", "body", at - seconds(62), minute));
    EXPECT_FALSE(webhook_signature_is_valid(header, "x", "body", at, minute));
    EXPECT_FALSE(webhook_signature_is_valid(header, "s", "bod", at, minute));
    for (const char* odd : {"", "t=", "t=1795325716", "v1=abc", "t=99999999999999999999,v1=a"})
        EXPECT_FALSE(webhook_signature_is_valid(odd, "s", "body", at, minute)) << odd;
}

// security 6
TEST(Webhook, private_addresses_are_known) {
    for (const char* address : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
                                "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1", "::1",
                                "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "nonsense"})
        EXPECT_TRUE(is_private_address(address)) << address;
    for (const char* address :
         {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1", "2400:3200::1", "::ffff:8.8.8.8"})
        EXPECT_FALSE(is_private_address(address)) << address;
}

}  // namespace forecourt::mail
