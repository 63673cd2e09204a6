#pragma once

#include "bridge/https_server.h"

#include <QJsonObject>

namespace nadi::bridge
{

/// GET /health for the IT monitor. Listens on loopback only, and refuses whoever came through a proxy or tunnel,
/// because those expose loopback too (S-C13).
HttpHandler healthPage(std::function<QJsonObject()> health);

}
