//! Where people were in the panel of a town: the pages that it showed, by the names of their routes.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::Method;
use axum::middleware::{Next, from_fn};

/// The routes, such as `/orgs/{id}`, that were read and not refused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Walks(Arc<Mutex<BTreeSet<String>>>);

impl Walks {
    /// The panel, remembering from now on where people go.
    pub(crate) fn along(&self, panel: Router) -> Router {
        let walks = self.clone();
        panel.layer(from_fn(move |request: Request, next: Next| {
            let walks = walks.clone();
            async move {
                let reads = request.method() == Method::GET;
                let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
                let answer = next.run(request).await;
                let is_shown = answer.status().is_success() || answer.status().is_redirection();
                if let Some(route) = route.filter(|_| reads && is_shown) {
                    walks.0.lock().expect("no walker panics").insert(route);
                }
                answer
            }
        }))
    }

    /// Whether somebody was there.
    pub(crate) fn lead_to(&self, route: &str) -> bool {
        self.0.lock().expect("no walker panics").contains(route)
    }
}
