#[path = "../tests/it/city.rs"]
mod city;
use domain::clock::Clock;
#[tokio::main]
async fn main() {
    let city = city::City::at("http://127.0.0.1:8399").await;
    let token = city.session(city.controller).await;
    std::fs::write("/tmp/panel_session", token.reveal()).unwrap();
    let _ = (city.folder(), city.clock.now(), &city.secret, city.officer, city.administrator);
    let inv = city.invite(city.administrator).await;
    std::fs::write("/tmp/panel_join", inv.reveal()).unwrap();
    let router = city.router.clone();
    // A door for the screenshots only.
    let secret = token.reveal().to_owned();
    let router = router.route(
        "/enter",
        axum::routing::get(move || {
            let c = format!("session={secret}; Path=/");
            async move { ([("set-cookie", c)], "ok") }
        }),
    );
    let l = tokio::net::TcpListener::bind("127.0.0.1:8399").await.unwrap();
    axum::serve(l, router).await.unwrap();
}
