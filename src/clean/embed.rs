//! Videos, recordings and posts of other sites. The page shows them in frames, the article links to
//! them.
//!
//! The address of a frame leads to a bare player, so the address of the content is derived from it.
//! Frames of unknown services are usually advertisements and are left out.

use crate::constructs::YOUTUBE_ELEMENTS;
use crate::document::Embed;
use crate::tree::{NodeId, Tag, Tree};
use crate::url::{BaseUrl, SafeUrl};

/// The attributes in which the elements of [`YOUTUBE_ELEMENTS`] hold the video's id.
const YOUTUBE_ATTRIBUTES: &[&str] = &["videoid", "video-id", "data-videoid", "data-video-id"];

/// Reads an embed. Returns `None` if its service is unknown or it has no usable address.
pub(super) fn read(tree: &Tree, id: NodeId, base: &BaseUrl) -> Option<Embed> {
    let label = ["title", "aria-label", "playlabel", "data-title"].into_iter().find_map(|name| tree.attr(id, name));
    let label =
        label.map(|label| label.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|label| !says_nothing(label));
    if YOUTUBE_ELEMENTS.contains(&tree.name(id)) {
        let film = YOUTUBE_ATTRIBUTES.iter().find_map(|name| tree.attr(id, name))?;
        return youtube(film, base)?.titled(label);
    }
    match tree.tag(id) {
        Tag::VIDEO | Tag::AUDIO => {
            let sources = tree.children(id).filter(|&child| tree.tag(child) == Tag::SOURCE);
            let url = std::iter::once(id).chain(sources).find_map(|element| source(tree, element, base))?;
            let thumbnail = tree.attr(id, "poster").and_then(|poster| base.resolve_image(poster));
            let title = file_name(&url);
            FoundEmbed { url, title, thumbnail }.titled(label)
        }
        Tag::FIGURE => own(tree, id, base),
        _ => {
            let url = source(tree, id, base)?;
            player(&url, base).or_else(|| titled_player(&url, label.as_deref()))?.titled(label)
        }
    }
}

/// Returns the embed of a card in this crate's own output.
fn own(tree: &Tree, figure: NodeId, base: &BaseUrl) -> Option<Embed> {
    let link = tree.children(figure).find(|&child| tree.tag(child) == Tag::A)?;
    let url = base.resolve(tree.attr(link, "href")?)?;
    let image = tree.children(link).find(|&child| tree.tag(child) == Tag::IMG);
    let thumbnail = image.and_then(|image| tree.attr(image, "src")).and_then(|src| base.resolve_image(src));
    let title = tree.text_content(link).trim().to_owned();
    (!title.is_empty()).then_some(Embed { url, title, thumbnail })
}

struct FoundEmbed {
    url: SafeUrl,
    /// The title to use if the page gives none.
    title: String,
    thumbnail: Option<SafeUrl>,
}

impl FoundEmbed {
    fn titled(self, label: Option<String>) -> Option<Embed> {
        Some(Embed { url: self.url, title: label.unwrap_or(self.title), thumbnail: self.thumbnail })
    }
}

/// Returns `true` for labels that do not describe the content.
fn says_nothing(label: &str) -> bool {
    let label = label.to_ascii_lowercase();
    label.is_empty()
        || ["youtube video", "video player", "vimeo player", "embedded", "embed ", "iframe", "twitter tweet", "post by"]
            .iter()
            .any(|words| label.contains(words))
}

fn source(tree: &Tree, id: NodeId, base: &BaseUrl) -> Option<SafeUrl> {
    ["src", "data-src", "data-lazy-src", "data-litespeed-src", "data-url", "data"]
        .into_iter()
        .filter_map(|name| tree.attr(id, name))
        .filter_map(|src| base.resolve(src))
        .find(|url| url.as_str().starts_with("http"))
}

/// Returns the embed of a player of an unknown service. The player must name itself and its
/// content, as podcast players do. The link leads to the player's own page.
fn titled_player(url: &SafeUrl, label: Option<&str>) -> Option<FoundEmbed> {
    let (host, ..) = parts(url.as_str());
    let is_player = ["player.", "embed.", "widget."].iter().any(|prefix| host.starts_with(prefix));
    let title = label.filter(|label| is_player && label.contains(' '))?.to_owned();
    Some(FoundEmbed { url: url.clone(), title, thumbnail: None })
}

/// Returns the last part of a path, if it reads like a name.
fn file_name(url: &SafeUrl) -> String {
    let (host, path, _) = parts(url.as_str());
    let file = path.rsplit('/').next().unwrap_or_default();
    if file.is_empty() { host.to_owned() } else { file.to_owned() }
}

/// Returns the host without `www.`, the path and the query.
fn parts(url: &str) -> (&str, &str, &str) {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or_default();
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
    (host.strip_prefix("www.").unwrap_or(host), path, query)
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Returns the content of a player. The address must have a form that the service documents for
/// embedding.
fn player(url: &SafeUrl, base: &BaseUrl) -> Option<FoundEmbed> {
    let (host, path, query) = parts(url.as_str());
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let after = |prefix: &str| path.strip_prefix(prefix).map(|rest| rest.trim_end_matches('/'));
    let page = |address: String, title: &str| {
        Some(FoundEmbed { url: base.resolve(&address)?, title: title.to_owned(), thumbnail: None })
    };
    match host {
        "youtube.com" | "youtube-nocookie.com" | "m.youtube.com" => {
            let film = parameter(query, "v").or_else(|| {
                ["/embed/", "/v/", "/shorts/", "/live/"]
                    .into_iter()
                    .find_map(after)
                    .filter(|film| *film != "videoseries")
            });
            match (film, parameter(query, "list")) {
                (Some(film), _) => youtube(film, base),
                (None, Some(list)) => page(format!("https://www.youtube.com/playlist?list={list}"), "YouTube"),
                (None, None) => None,
            }
        }
        "youtu.be" => youtube(last, base),
        "player.vimeo.com" => page(format!("https://vimeo.com/{}", after("/video/")?), "Vimeo"),
        "vimeo.com" => page(url.as_str().to_owned(), "Vimeo"),
        "platform.twitter.com" => page(format!("https://x.com/i/status/{}", parameter(query, "id")?), "X"),
        "twitter.com" | "x.com" if path.contains("/status/") => page(url.as_str().to_owned(), "X"),
        "embed.bsky.app" => {
            let (account, post) = after("/embed/")?.split_once("/app.bsky.feed.post/")?;
            page(format!("https://bsky.app/profile/{account}/post/{post}"), "Bluesky")
        }
        // Every Mastodon server has its own host.
        _ if path.starts_with("/@") && last == "embed" => {
            page(format!("https://{host}{}", path.trim_end_matches('/').strip_suffix("/embed")?), "Mastodon")
        }
        "dailymotion.com" => {
            page(format!("https://www.dailymotion.com/video/{}", after("/embed/video/")?), "Dailymotion")
        }
        "geo.dailymotion.com" => {
            page(format!("https://www.dailymotion.com/video/{}", parameter(query, "video")?), "Dailymotion")
        }
        "open.spotify.com" => {
            page(format!("https://open.spotify.com{}", path.strip_prefix("/embed").unwrap_or(path)), "Spotify")
        }
        "embed.podcasts.apple.com" => {
            let episode = parameter(query, "i").map(|episode| format!("?i={episode}")).unwrap_or_default();
            page(format!("https://podcasts.apple.com{path}{episode}"), "Apple Podcasts")
        }
        "w.soundcloud.com" => page(decode(parameter(query, "url")?), "SoundCloud"),
        "facebook.com" if path.starts_with("/plugins/") => page(decode(parameter(query, "href")?), "Facebook"),
        "instagram.com" if last == "embed" || path.contains("/embed/") => {
            page(format!("https://www.instagram.com{}", path.split("/embed").next()?), "Instagram")
        }
        "tiktok.com" => page(url.as_str().to_owned(), "TikTok"),
        "player.bilibili.com" => {
            page(format!("https://www.bilibili.com/video/{}", parameter(query, "bvid")?), "bilibili")
        }
        "player.twitch.tv" => page(format!("https://www.twitch.tv/videos/{}", parameter(query, "video")?), "Twitch"),
        "rutube.ru" => page(format!("https://rutube.ru/video/{}/", after("/play/embed/")?), "RUTUBE"),
        "vk.com" | "vkvideo.ru" if path == "/video_ext.php" => {
            let (owner, film) = (parameter(query, "oid")?, parameter(query, "id")?);
            page(format!("https://vk.com/video{owner}_{film}"), "VK")
        }
        "player.youku.com" => page(format!("https://v.youku.com/v_show/id_{}.html", after("/embed/")?), "Youku"),
        "v.qq.com" => page(format!("https://v.qq.com/x/page/{}.html", parameter(query, "vid")?), "Tencent Video"),
        "embed.nicovideo.jp" => page(format!("https://www.nicovideo.jp/watch/{last}"), "niconico"),
        "tv.naver.com" => page(format!("https://tv.naver.com/v/{}", after("/embed/")?), "NAVER TV"),
        "streamable.com" => page(format!("https://streamable.com/{last}"), "Streamable"),
        "loom.com" => page(format!("https://www.loom.com/share/{}", after("/embed/")?), "Loom"),
        "archive.org" => page(format!("https://archive.org/details/{}", after("/embed/")?), "Internet Archive"),
        "codepen.io" if path.contains("/embed/") => page(
            format!(
                "https://codepen.io{}",
                path.replacen("/embed/preview/", "/pen/", 1).replacen("/embed/", "/pen/", 1)
            ),
            "CodePen",
        ),
        "t.me" => page(format!("https://t.me{path}"), "Telegram"),
        // Every PeerTube server has its own host.
        _ if path.starts_with("/videos/embed/") => page(format!("https://{host}/w/{last}"), "PeerTube"),
        "embed.ted.com" => page(format!("https://www.ted.com{path}"), "TED"),
        _ => None,
    }
}

fn youtube(film: &str, base: &BaseUrl) -> Option<FoundEmbed> {
    let film = film.split(['?', '&', '/']).next().unwrap_or_default();
    let is_name =
        (6..=20).contains(&film.len()) && film.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if !is_name {
        return None;
    }
    Some(FoundEmbed {
        url: base.resolve(&format!("https://www.youtube.com/watch?v={film}"))?,
        title: "YouTube".to_owned(),
        thumbnail: base.resolve_image(&format!("https://i.ytimg.com/vi/{film}/hqdefault.jpg")),
    })
}

/// Decodes the text of a parameter. Bytes that are not UTF-8 do not result in a valid address.
fn decode(value: &str) -> String {
    let query = format!("v={value}");
    ::url::form_urlencoded::parse(query.as_bytes()).map(|(_, value)| value.into_owned()).next().unwrap_or_default()
}
