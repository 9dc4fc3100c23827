// How a part of a page would like to look, in words of design, not of CSS or ImGui. Each presentation decides what it
// makes of it; none carries meaning that the role does not carry.
#pragma once

namespace stadttor::semantics {

enum class Appearance : unsigned char {
  Plain,
  // Page frame
  TopBar,         // narrow strip above the header
  Header,         // crest, name, search, tools
  HeaderRow,      // one row of the header, spread to both ends
  Brand,          // crest and name of the city
  Tools,          // language, view settings
  MainMenu,
  SkipLink,
  Container,      // centred, with the page's measure
  Footer,
  FooterColumns,
  Breadcrumb,
  // Rhythm
  Hero,           // opening of the start page
  Band,           // a full-width band with its own surface
  Stack,          // things below each other with space between
  Cluster,        // things beside each other that wrap
  CardGrid,
  Split,          // main column and side column
  SideBox,
  Toolbar,
  // Boxes
  Card,
  CardBody,
  TileList,       // big link tiles (life situations)
  LinkList,       // plain list of links
  ResultList,
  Alphabet,       // letters A to Z
  Steps,          // numbered steps
  Checklist,
  Facts,          // term/definition pairs in two columns
  Agenda,         // dates with what happens
  Hours,          // opening hours table
  Figures,        // table of numbers
  WithoutEngine,  // said to those whose browser runs no engine, and to nobody else
  SignatureLines, // room to write by hand, above the words that say what
  OpenState,      // line that says whether an office is open; keeps its height whatever it says
  Preview,        // picture of a file the citizen chose, small
  Photo,          // picture of a photo the citizen chose, large enough to see what is on it
  Markable,       // the same, and areas of it can be marked with a pointer
  // Text
  Lead,
  Small,
  Muted,
  Bold,
  Eyebrow,        // small line above a heading
  VisuallyHidden,
  Large,          // heading set larger than its level
  // Controls
  Primary,
  Secondary,
  Tertiary,
  LinkArrow,
  SearchForm,
  Suggestions,
  Filter,         // controls that choose what a list or scene shows; of no use without the engine
  // Kinds of notices and badges
  Info,
  Success,
  Warning,
  Danger,
  Badge,
  // Pictures
  Crest,
  Illustration,
};

}  // namespace stadttor::semantics
