#include "bridge/health_page.h"

#include <QJsonDocument>

namespace nadi::bridge
{

namespace
{

constexpr const char *forwardedHeaders[]{"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
    "x-real-ip", "via", "cf-connecting-ip", "true-client-ip"};

HttpResponse answerOf(int status)
{
    HttpResponse response;
    response.status = status;
    return response;
}

}

HttpHandler healthPage(std::function<QJsonObject()> health)
{
    HttpHandler handler;
    handler.admit = [](const HttpRequest &head) -> std::optional<HttpResponse> {
        for (const auto *name : forwardedHeaders)
            if (head.headers.contains(name))
                return answerOf(403);
        if (head.path != "/health")
            return answerOf(404);
        return head.method == "GET" ? std::nullopt : std::optional(answerOf(405));
    };
    handler.handle
        = [health = std::move(health)](const HttpRequest &, const std::function<void(HttpResponse)> &respond) {
              HttpResponse response = answerOf(200);
              response.contentType = "application/json";
              response.body = QJsonDocument(health()).toJson(QJsonDocument::Compact);
              respond(std::move(response));
          };
    return handler;
}

}
